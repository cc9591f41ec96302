### Small words that the core itself uses on many screens.
### status: draft

assess-start = Баштоо
answer-hint = Санды басыңыз: 1 ооба, 2 жок, 3 өткөрүп жиберүү.
    .short = Санды басыңыз.
question-place = { $count } суроодон { $index }-суроо.
question-ways = 0 артка. Жазсаңыз болот: АДАМ, ЧЫГУУ
why-label = Эмне үчүн?
hide-label = Бул чатты жашыруу
record-label = Жоопторумду саноо, мен жөнүндө эч нерсе жок
record-thanks = Рахмат. Жооптор гана саналды. Сиз жөнүндө эч нерсе сакталган жок.
    .short = Рахмат. Жооптор гана саналды.
