### How the bot shows itself before anybody has written to it: neutral for whoever looks.
### status: draft

telegram-name = Дорога и работа
telegram-short = Вопросы о дороге, работе и документах. Бесплатно.
telegram-description = Здесь можно спросить о дороге, работе и документах за границей. Это бесплатно. Имя говорить не нужно.
telegram-command-start = Начать
telegram-command-menu = Меню
telegram-command-language = Язык
telegram-command-person = Написать человеку
telegram-command-who = Кто здесь отвечает
telegram-command-hide = Очистить этот чат
telegram-command-stop = Больше не писать мне

oncall-ring = Пожалуйста, посмотрите на пульт сейчас. ({ $round })
