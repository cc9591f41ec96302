### Cards to listen to, for people who read little. Nothing is played by itself.
### status: draft (machine-drafted until a native reader signs)

listen-label = Угуу
listen-read-label = Окуганым жакшы
listen = Муну укса болот. Үч бурчтукту басыңыз. Жаныңыздагылар угуп калышы мүмкүн.
listen-human = Адам окуйт.
listen-robot = Робот окуйт, сөздөрдү туура эмес айтышы мүмкүн. Жазылганы туура.
