### The inner door: its own words. No judgement, no guess about how someone came to the work.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs the promise about police before a real channel opens.

sexwork =
    Ishingiz - o'z ishingiz. Politsiya, migratsiya idorasi va oilangiz siz haqingizda bizdan hech narsa bilmaydi. Ism aytish shart emas. Yordam olish uchun ishingizni tashlash shart emas.

    Biz ayblamaymiz va taxmin qilmaymiz. Bu yerda huquqlaringiz, xavfsizlik va politsiya haqida o'qish mumkin. O'zingiz uchun savollarga javob berish yoki odamga yozish mumkin.
    .short = Ishingiz - o'z ishingiz. Politsiya bizdan siz haqingizda hech narsa bilmaydi. 1 huquqlarim 2 xavfsizlik 3 politsiya 4 tahlil 5 savollar 6 odam 7 yashirish
