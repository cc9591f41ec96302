### Made from uz-Latn by `make uzbek`: correct the words there, or the list of exceptions beside this file.


### How the bot shows itself before anybody has written to it: neutral for whoever looks.
### status: draft

telegram-name = Йўл ва иш
telegram-short = Сафар, иш ва ҳужжатлар ҳақида саволлар. Бепул.
telegram-description = Бу ерда чет элдаги сафар, иш ва ҳужжатлар ҳақида сўраш мумкин. Бу бепул. Исмингизни айтиш шарт эмас.
telegram-command-start = Бошлаш
telegram-command-menu = Меню
telegram-command-language = Тил
telegram-command-person = Одамга ёзиш
telegram-command-who = Бу ерда ким жавоб беради
telegram-command-hide = Бу чатни тозалаш
telegram-command-stop = Бошқа хабар юборманг
oncall-ring = Илтимос, ҳозир иш ойнасига қаранг. ({ $round })
