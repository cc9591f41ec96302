### Small words that many screens share: answers, labels, days, countries.
### status: draft (machine-drafted until a native reader signs)

locale-ky = Кыргызча
locale-ru = Русский
locale-en = { "English" }
locale-uz-latn = { "O'zbekcha" }
locale-uz-cyrl = Ўзбекча
locale-tg = Тоҷикӣ

answer-yes = Ha
answer-no = Yo'q
answer-skip = O'tkazish

back-label = Orqaga
menu-label = Bosh menyu
person-label = Odamga yozish

# The hour stands here, so that no space is left where none is known.
day-today = bugun { $time }
day-tomorrow = ertaga { $time }
day-unknown = hozircha qachonligini bilmaymiz
weekday-0 = dushanba { $time }
weekday-1 = seshanba { $time }
weekday-2 = chorshanba { $time }
weekday-3 = payshanba { $time }
weekday-4 = juma { $time }
weekday-5 = shanba { $time }
weekday-6 = yakshanba { $time }

country-kg = Qirg'iziston
country-ru = Rossiya
country-kz = Qozog'iston
country-tr = Turkiya
country-ae = Amirliklar
country-kr = Janubiy Koreya
country-xx = Boshqa davlat
country-uz = O'zbekiston
country-tj = Tojikiston
country-pl = Polsha
country-de = Germaniya
country-gb = Buyuk Britaniya
country-us = Amerika Qo'shma Shtatlari
country-qa = Qatar
country-th = Tailand
country-cz = Chexiya
country-sk = Slovakiya
country-hu = Vengriya
country-bg = Bolgariya
country-it = Italiya
country-eu = Yevropa Ittifoqining boshqa davlati

# Ways on to a screen.
to-menu = Bosh menyu
to-going = Chet elga ketyapman
to-offer = Ish taklifini tekshirish
to-rights = Har qanday ishda huquqlarim
to-situation = Ahvolimni tekshirish
to-worry = Boshqa odamdan xavotirdaman
to-services = Telefon raqamlari
to-mydata = Ma'lumotlarim va o'chirish
to-sexwork = Seks ishi
to-who = Siz kimsiz?
to-language = Til
to-private = Bu telefonni yana kim o'qiydi?
to-danger-where = Men boshqa davlatdaman
to-danger-harm = Menga hozir yordam kerak
to-danger-other = Boshqa odam hozir xavfda
to-danger-child = 18 ga to'lmaganlarga yordam
to-danger-police = Politsiya raqamlari

# Choices.
choice-agree = Tushundim. Davom etish
choice-unsaid = Aytishni xohlamayman
choice-cannot-say = Ayta olmayman
choice-phone-shared = Ha, kimdir o'qishi mumkin
choice-phone-mine = Yo'q, faqat men o'qiyman
choice-phone-unsure = Bilmayman
choice-person-now = Odamga hozir yozish
choice-no-person = Odam kerak emas
choice-other-country = Men boshqa davlatdaman
choice-silent = Ovoz chiqarib gapira olmayman
choice-police = Politsiya raqamlarini ko'rsatish
choice-danger-show = Yordam raqamlarini ko'rsatish
choice-danger-now = Boshqa odam hozir xavfda
choice-show-again = Yana ko'rsatish
choice-child-line = 18 ga to'lmaganlarga yordam
choice-how-to-help = Qanday yordam berish mumkin
choice-they-know = U so'rayotganimni biladi
choice-they-do-not-know = U so'rayotganimni bilmaydi
choice-hide = Bu chatni yashirish
choice-stop = Menga boshqa yozmang
choice-delete = Hammasini o'chirish
choice-delete-yes = Ha, o'chirilsin
choice-delete-no = Yo'q, qolsin
choice-anyone = Kim bo'lsa ham
choice-woman = Ayol
choice-man = Erkak
choice-elsewhere = Mening shahrimdan emas
choice-read-on = Kutib turib o'qish
choice-urgent = Bu shoshilinch
choice-earlier = Yozganlarimni o'qishsin
choice-stop-waiting = Boshqa kutmayman
choice-reply-here = Ha, shu yerda javob bering
choice-reply-pull = Faqat o'zim yozganimda
choice-no-words = Xabar qoldirmayman
choice-take-words-back = Yozganimni qaytarib olish
choice-end-talk = Suhbatni tugatish
choice-resume = Davom etish
choice-pause = Tanaffus qilish

assess-index = { $count } dan { $index }
