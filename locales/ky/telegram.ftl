### How the bot shows itself before anybody has written to it: neutral for whoever looks.
### status: draft

telegram-name = Жол жана жумуш
telegram-short = Жол, жумуш жана документтер боюнча суроолор. Акысыз.
telegram-description = Бул жерден чет өлкөдөгү жол, жумуш жана документтер тууралуу сурасаңыз болот. Акысыз. Атыңызды айтуунун кереги жок.
telegram-command-start = Баштоо
telegram-command-menu = Меню
telegram-command-language = Тил
telegram-command-person = Адамга жазуу
telegram-command-who = Бул жерде ким жооп берет
telegram-command-hide = Бул чатты тазалоо
telegram-command-stop = Мага мындан ары жазбаңыз

oncall-ring = Сураныч, азыр пультту караңыз. ({ $round })
