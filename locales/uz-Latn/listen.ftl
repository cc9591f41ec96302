### Cards to listen to, for people who read little. Nothing is played by itself.
### status: draft (machine-drafted until a native reader signs)

listen-label = Eshitish
listen-read-label = O'qiganim yaxshi
listen = Buni eshitish mumkin. Ijro tugmasini bosing. Yoningizdagi odamlar eshitib qolishi mumkin.
listen-human = Odam o'qiydi.
listen-robot = Robot o'qiydi, so'zlarni noto'g'ri aytishi mumkin. Yozilgani to'g'ri.
