### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### The inner door: its own words. No judgement, no guess about how someone came to the work.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs the promise about police before a real channel opens.

sexwork =
    Ишингиз - ўз ишингиз. Полиция, миграция идораси ва оилангиз сиз ҳақингизда биздан ҳеч нарса билмайди. Исм айтиш шарт эмас. Ёрдам олиш учун ишингизни ташлаш шарт эмас.

    Биз айбламаймиз ва тахмин қилмаймиз. Бу ерда ҳуқуқларингиз, хавфсизлик ва полиция ҳақида ўқиш мумкин. Ўзингиз учун саволларга жавоб бериш ёки одамга ёзиш мумкин.
    .short = Ишингиз - ўз ишингиз. Полиция биздан сиз ҳақингизда ҳеч нарса билмайди. 1 ҳуқуқларим 2 хавфсизлик 3 полиция 4 таҳлил 5 саволлар 6 одам 7 яшириш
