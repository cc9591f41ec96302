### Cards to listen to, for people who read little. Nothing is played by itself.
### status: draft (machine-drafted until a native reader signs)

listen-label = Гӯш кардан
listen-read-label = Хондан беҳтар
listen = Инро гӯш кардан мумкин. Тугмаи пахшро пахш кунед. Одамони наздик метавонанд шунаванд.
listen-human = Одам мехонад.
listen-robot = Робот мехонад ва калимаҳоро хато гуфта метавонад. Навишта дуруст аст.
