### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### Small words that the core itself uses on many screens.
### status: draft

assess-start = Бошлаш
answer-hint = Рақамни босинг: 1 ҳа, 2 йўқ, 3 ўтказиш.
    .short = Рақамни босинг.
question-place = { $count } саволдан { $index }-савол.
question-ways = 0 орқага. Ёзиш мумкин: ОДАМ, ЧИҚ
why-label = Нега?
hide-label = Бу чатни яшириш
record-label = Жавобларимни менга оид маълумотсиз ҳисобланг
record-thanks = Раҳмат. Фақат жавоблар ҳисобга олинди. Сиз ҳақингизда ҳеч нарса сақланмади.
    .short = Раҳмат. Фақат жавоблар ҳисобга олинди.
