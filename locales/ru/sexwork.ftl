### The inner door: its own words. No judgement, no guess about how someone came to the work.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs the promise about police before a real channel opens.

sexwork =
    Ваша работа - ваше дело. Полиция, миграционная служба и ваша семья ничего не узнают от нас о вас. Имя не нужно. Чтобы получить помощь, не нужно бросать работу.

    Мы не осуждаем и не додумываем. Здесь можно прочитать о правах, безопасности и полиции, ответить на вопросы для себя или написать человеку.
    .short = Ваша работа - ваше дело. Полиции мы ничего не говорим. 1 права 2 безопасность 3 полиция 4 анализы 5 вопросы 6 человек 7 спрятать
