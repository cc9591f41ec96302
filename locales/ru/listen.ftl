### Cards to listen to, for people who read little. Nothing is played by itself.
### status: draft (machine-drafted until a native reader signs)

listen-label = Послушать
listen-read-label = Лучше прочитать
listen = Это можно послушать. Нажмите на треугольник. Люди рядом могут услышать.
listen-human = Читает человек.
listen-robot = Читает робот и может ошибаться в словах. Верно то, что написано.
