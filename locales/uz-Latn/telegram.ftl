### How the bot shows itself before anybody has written to it: neutral for whoever looks.
### status: draft

telegram-name = Yo'l va ish
telegram-short = Safar, ish va hujjatlar haqida savollar. Bepul.
telegram-description = Bu yerda chet eldagi safar, ish va hujjatlar haqida so'rash mumkin. Bu bepul. Ismingizni aytish shart emas.
telegram-command-start = Boshlash
telegram-command-menu = Menyu
telegram-command-language = Til
telegram-command-person = Odamga yozish
telegram-command-who = Bu yerda kim javob beradi
telegram-command-hide = Bu chatni tozalash
telegram-command-stop = Boshqa xabar yubormang

oncall-ring = Iltimos, hozir ish oynasiga qarang. ({ $round })
