### The inner door: its own words. No judgement, no guess about how someone came to the work.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs the promise about police before a real channel opens.

sexwork =
    Полиция, миграционная служба и ваша семья не узнают от нас о вас ничего. Имя не нужно. Чтобы получить помощь, не нужно бросать работу.

    Ваша работа - ваше дело. Мы не осуждаем и не додумываем. Здесь можно прочитать о правах, безопасности и полиции, ответить на вопросы для себя или написать человеку.
    .short = Полиции мы ничего не говорим. Мы не осуждаем. Имя не нужно. 1 права 2 безопасность 3 полиция 4 вопросы 5 человек 6 спрятать
