### Small words that many screens share: answers, labels, days, countries.
### status: draft (machine-drafted until a native reader signs)

locale-ky = Кыргызча
locale-ru = Русский
locale-en = English
locale-uz-latn = O'zbekcha
locale-uz-cyrl = Ўзбекча
locale-tg = Тоҷикӣ

answer-yes = Да
answer-no = Нет
answer-skip = Пропустить

back-label = Назад
menu-label = Главное меню
person-label = Написать человеку

# The hour stands here, so that no space is left where none is known.
day-today = сегодня { $time }
day-tomorrow = завтра { $time }
day-unknown = пока не знаем когда
weekday-0 = в понедельник { $time }
weekday-1 = во вторник { $time }
weekday-2 = в среду { $time }
weekday-3 = в четверг { $time }
weekday-4 = в пятницу { $time }
weekday-5 = в субботу { $time }
weekday-6 = в воскресенье { $time }

country-kg = Кыргызстан
country-ru = Россия
country-kz = Казахстан
country-tr = Турция
country-ae = Эмираты
country-kr = Южная Корея
country-uz = Узбекистан
country-tj = Таджикистан
country-pl = Польша
country-de = Германия
country-gb = Великобритания
country-us = США
country-qa = Катар
country-th = Таиланд
country-cz = Чехия
country-sk = Словакия
country-hu = Венгрия
country-bg = Болгария
country-it = Италия
country-eu = Другая страна ЕС
country-xx = Другая страна

# Ways on to a screen.
to-menu = Главное меню
to-going = Я еду за границу
to-offer = Проверить предложение работы
to-rights = Мои права на любой работе
to-situation = Проверить мою ситуацию
to-worry = Я боюсь за другого
to-services = Номера телефонов
to-mydata = Мои данные и удаление
to-sexwork = Секс-работа
to-who = Кто вы?
to-language = Язык
to-private = Кто ещё читает этот телефон?
to-danger-where = Я в другой стране
to-danger-harm = Мне нужна помощь сейчас
to-danger-other = Другой человек в опасности
to-danger-child = Помощь тем, кому нет 18
to-danger-police = Номера полиции

# Choices.
choice-agree = Понятно. Дальше
choice-unsaid = Не хочу говорить
choice-cannot-say = Не могу сказать
choice-phone-shared = Да, кто-то может прочитать
choice-phone-mine = Нет, читаю только я
choice-phone-unsure = Не знаю
choice-person-now = Написать человеку сейчас
choice-no-person = Человек не нужен
choice-other-country = Я в другой стране
choice-silent = Не могу говорить вслух
choice-police = Показать номера полиции
choice-danger-show = Показать номера помощи
choice-danger-now = Другой человек в опасности
choice-show-again = Показать снова
choice-child-line = Помощь тем, кому нет 18
choice-how-to-help = Как помочь
choice-they-know = Человек знает, что я пишу
choice-they-do-not-know = Человек не знает, что я пишу
choice-hide = Спрятать этот чат
choice-stop = Больше ничего не присылать
choice-delete = Удалить всё
choice-delete-yes = Да, удалить
choice-delete-no = Нет, оставить
choice-anyone = Любой
choice-woman = Женщина
choice-man = Мужчина
choice-elsewhere = Не из моего города
choice-read-on = Читать, пока жду
choice-urgent = Это срочно
choice-earlier = Пусть прочитают мои слова
choice-stop-waiting = Больше не ждать
choice-reply-here = Да, отвечайте здесь
choice-reply-pull = Только когда я напишу
choice-no-words = Не хочу ничего оставлять
choice-take-words-back = Забрать мои слова
choice-end-talk = Закончить разговор
choice-resume = Продолжить
choice-pause = Сделать перерыв

assess-index = { $index } из { $count }
