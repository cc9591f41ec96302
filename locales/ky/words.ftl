### Small words that many screens share: answers, labels, days, countries.
### status: draft (machine-drafted until a native reader signs)

locale-ky = Кыргызча
locale-ru = Русский
locale-en = English
locale-uz-latn = O'zbekcha
locale-uz-cyrl = Ўзбекча
locale-tg = Тоҷикӣ

answer-yes = Ооба
answer-no = Жок
answer-skip = Өткөрүп жиберүү

back-label = Артка
menu-label = Башкы меню
person-label = Адамга жазуу

# The hour stands here, so that no space is left where none is known.
day-today = бүгүн { $time }
day-tomorrow = эртең { $time }
day-unknown = азырынча белгисиз
weekday-0 = дүйшөмбүдө { $time }
weekday-1 = шейшембиде { $time }
weekday-2 = шаршембиде { $time }
weekday-3 = бейшембиде { $time }
weekday-4 = жумада { $time }
weekday-5 = ишембиде { $time }
weekday-6 = жекшембиде { $time }

country-kg = Кыргызстан
country-ru = Россия
country-kz = Казакстан
country-tr = Түркия
country-ae = Эмираттар
country-kr = Түштүк Корея
country-uz = Өзбекстан
country-tj = Тажикстан
country-pl = Польша
country-de = Германия
country-gb = Улуу Британия
country-us = АКШ
country-qa = Катар
country-th = Таиланд
country-cz = Чехия
country-sk = Словакия
country-hu = Венгрия
country-bg = Болгария
country-it = Италия
country-eu = ЕБнин башка өлкөсү
country-xx = Башка өлкө

# Ways on to a screen.
to-menu = Башкы меню
to-going = Чет өлкөгө барам
to-offer = Сунушталган ишти текшерүү
to-rights = Ар бир иштеги укуктарым
to-situation = Менин абалымды текшерүү
to-worry = Башка адам үчүн кооптонам
to-services = Телефон номерлери
to-mydata = Купуялык жана өчүрүү
to-sexwork = Секс-жумуш
to-who = Сиз кимсиз?
to-language = Тил
to-private = Бул телефонду дагы ким окуйт?
to-danger-where = Мен башка өлкөдөмүн
to-danger-harm = Мага азыр жардам керек
to-danger-other = Башка адам коркунучта
to-danger-child = 18ге чыга электерге жардам
to-danger-police = Полициянын номерлери

# Choices.
choice-agree = Түшүндүм. Улантуу
choice-unsaid = Айткым келбейт
choice-cannot-say = Айта албайм
choice-phone-shared = Ооба, бирөө окуп коюшу мүмкүн
choice-phone-mine = Жок, өзүм гана окуйм
choice-phone-unsure = Билбейм
choice-person-now = Азыр адамга жазуу
choice-no-person = Адам керек эмес
choice-other-country = Мен башка өлкөдөмүн
choice-silent = Сүйлөй албайм
choice-police = Полициянын номерин көрсөтүү
choice-danger-show = Жардам номерлерин көрсөтүү
choice-danger-now = Башка адам азыр коркунучта
choice-show-again = Кайра көрсөтүү
choice-child-line = 18ге чыга электерге жардам
choice-how-to-help = Кантип жардам берсем болот
choice-they-know = Сураганымды ал адам билет
choice-they-do-not-know = Сураганымды ал адам билбейт
choice-hide = Бул чатты жашыруу
choice-stop = Мага мындан ары жазбаңыз
choice-delete = Баарын өчүрүү
choice-delete-yes = Ооба, өчүрүлсүн
choice-delete-no = Жок, калсын
choice-anyone = Ким болсо да
choice-woman = Аял
choice-man = Эркек
choice-elsewhere = Менин шаарымдан эмес
choice-read-on = Күтүп жатып окуу
choice-urgent = Бул шашылыш
choice-earlier = Жазганымды окусун
choice-stop-waiting = Мындан ары күтпөйм
choice-reply-here = Ооба, ушул жерге жазыңыз
choice-reply-pull = Мен биринчи жазганда гана
choice-no-words = Билдирүү калтыргым келбейт
choice-take-words-back = Сөздөрүмдү кайтарып алам
choice-end-talk = Сүйлөшүүнү бүтүрүү
choice-resume = Улантуу
choice-pause = Тыныгуу

assess-index = { $count } ичинен { $index }
