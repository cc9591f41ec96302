### Small words that the core itself uses on many screens.
### status: draft

assess-start = Начать
answer-hint = Нажмите цифру: 1 да, 2 нет, 3 пропустить.
    .short = Нажмите цифру.
question-place = Вопрос { $index } из { $count }.
question-ways = 0 назад. Можно написать: ЧЕЛОВЕК, ВЫХОД
why-label = Почему?
hide-label = Спрятать этот чат
record-label = Посчитать мои ответы, обо мне - ничего
record-thanks = Спасибо. Мы посчитали только ответы. О вас ничего не сохранили.
    .short = Спасибо. Мы посчитали только ответы.
