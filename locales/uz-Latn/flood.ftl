### Many messages of one visitor at once: one neutral line, then silence for a while.
### status: draft

flood-notice = Bir vaqtda ko'p xabar keldi. Hammasiga javob berilmaydi. Iltimos, bir daqiqa kuting, keyin yana yozing.
    .short = Bir vaqtda ko'p xabar keldi. Iltimos, bir daqiqa kuting, keyin yana yozing.
