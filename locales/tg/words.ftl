### Small words that many screens share: answers, labels, days, countries.
### status: draft (machine-drafted until a native reader signs)

locale-ky = Кыргызча
locale-ru = Русский
locale-en = English
locale-uz-latn = O'zbekcha
locale-uz-cyrl = Ўзбекча
locale-tg = Тоҷикӣ

answer-yes = Ҳа
answer-no = Не
answer-skip = Гузаштан

back-label = Ба қафо
menu-label = Менюи асосӣ
person-label = Ба одам навиштан

# The hour stands here, so that no space is left where none is known.
day-today = имрӯз { $time }
day-tomorrow = фардо { $time }
day-unknown = ҳоло намедонем кай
weekday-0 = рӯзи душанбе { $time }
weekday-1 = рӯзи сешанбе { $time }
weekday-2 = рӯзи чоршанбе { $time }
weekday-3 = рӯзи панҷшанбе { $time }
weekday-4 = рӯзи ҷумъа { $time }
weekday-5 = рӯзи шанбе { $time }
weekday-6 = рӯзи якшанбе { $time }

country-kg = Қирғизистон
country-ru = Русия
country-kz = Қазоқистон
country-tr = Туркия
country-ae = Аморат
country-kr = Кореяи Ҷанубӣ
country-uz = Ӯзбекистон
country-tj = Тоҷикистон
country-pl = Полша
country-de = Олмон
country-gb = Британияи Кабир
country-us = ИМА
country-qa = Қатар
country-th = Тайланд
country-cz = Чехия
country-sk = Словакия
country-hu = Маҷористон
country-bg = Булғористон
country-it = Италия
country-eu = Кишвари дигари Иттиҳоди Аврупо
country-xx = Кишвари дигар

# Ways on to a screen.
to-menu = Менюи асосӣ
to-going = Ман ба хориҷа меравам
to-offer = Санҷидани пешниҳоди кор
to-rights = Ҳуқуқи ман дар ҳар кор
to-situation = Санҷидани вазъи ман
to-worry = Ман аз каси дигар хавотирам
to-services = Рақамҳои телефон
to-mydata = Махфият ва несткунӣ
to-sexwork = Кори ҷинсӣ
to-who = Шумо кистед?
to-language = Забон
to-private = Ин телефонро боз кӣ мехонад?
to-danger-where = Ман дар кишвари дигарам
to-danger-harm = Ба ман ҳозир кӯмак лозим
to-danger-other = Каси дигар ҳозир дар хатар аст
to-danger-child = Кӯмак барои аз 18 хурд
to-danger-police = Рақамҳои полис

# Choices.
choice-agree = Фаҳмидам. Давом
choice-unsaid = Гуфтан намехоҳам
choice-cannot-say = Гуфта наметавонам
choice-phone-shared = Ҳа, каси дигар хонда метавонад
choice-phone-mine = Не, танҳо ман мехонам
choice-phone-unsure = Намедонам
choice-person-now = Ҳозир ба одам навиштан
choice-no-person = Одам лозим нест
choice-other-country = Ман дар кишвари дигарам
choice-silent = Бо овоз гап зада наметавонам
choice-police = Рақамҳои полисро нишон диҳед
choice-danger-show = Рақамҳои кӯмакро нишон диҳед
choice-danger-now = Каси дигар ҳозир дар хатар аст
choice-show-again = Боз нишон диҳед
choice-child-line = Кӯмак барои аз 18 хурд
choice-how-to-help = Чӣ тавр кӯмак кунам
choice-they-know = Ӯ медонад, ки ман мепурсам
choice-they-do-not-know = Ӯ намедонад, ки ман мепурсам
choice-hide = Ин чатро пинҳон кардан
choice-stop = Дигар ба ман чизе нафиристед
choice-delete = Ҳамаашро нест кардан
choice-delete-yes = Ҳа, нест кунед
choice-delete-no = Не, монед
choice-anyone = Фарқ надорад
choice-woman = Зан
choice-man = Мард
choice-elsewhere = На аз шаҳри ман
choice-read-on = То омадан хондан
choice-urgent = Ин фаврӣ аст
choice-earlier = Гуфтаҳоямро хонанд
choice-stop-waiting = Дигар мунтазир намешавам
choice-reply-here = Ҳа, дар ҳамин ҷо ҷавоб диҳед
choice-reply-pull = Танҳо вақте ки худам нависам
choice-no-words = Чизе намемонам
choice-take-words-back = Гуфтаҳоямро пас мегирам
choice-end-talk = Суҳбатро тамом кардан
choice-resume = Давом додан
choice-pause = Дам гирифтан

assess-index = { $index } аз { $count }
