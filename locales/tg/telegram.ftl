### How the bot shows itself before anybody has written to it: neutral for whoever looks.
### status: draft

telegram-name = Роҳ ва кор
telegram-short = Саволҳо дар бораи роҳ, кор ва ҳуҷҷат. Ройгон.
telegram-description = Дар ин ҷо дар бораи роҳ, кор ва ҳуҷҷат дар хориҷа пурсидан мумкин. Ин ройгон аст. Гуфтани ном лозим нест.
telegram-command-start = Оғоз
telegram-command-menu = Меню
telegram-command-language = Забон
telegram-command-person = Ба одам навиштан
telegram-command-who = Дар ин ҷо кӣ ҷавоб медиҳад
telegram-command-hide = Тоза кардани ин чат
telegram-command-stop = Дигар ба ман нанависед

oncall-ring = Лутфан, ҳозир ба пулт нигоҳ кунед. ({ $round })
