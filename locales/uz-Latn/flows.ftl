### The first screens, the menus, and what is said when something was not understood.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs `privacy`, `privacy-exceptions` and `who` in its own words before a real channel opens.

start =
    Салам! Здравствуйте! { "Hello! Salom! Салом!" }

    Тилди тандаңыз. Выберите язык. { "Choose a language. Tilni tanlang. Забонро интихоб кунед." }
    .short = 1 Кыргызча 2 Русский 3 { "English" } 4 { "O'zbekcha" } 5 Ўзбекча 6 Тоҷикӣ

language = Qaysi tilni xohlaysiz?
    .short = 1 Кыргызча 2 Русский 3 { "English" } 4 { "O'zbekcha" } 5 Ўзбекча (кирилл) 6 Тоҷикӣ. O'z harflaringiz: HARFLAR deb yozing

privacy =
    Boshlashdan oldin. Men dasturman, odam emasman. Ismingizni aytish shart emas. Biz ismingizni va raqamingizni ko'rmaymiz. Telegram yoki telefon kompaniyangiz bu yerga yozayotganingizni ko'ra oladi. SMSda telefon kompaniyasi so'zlarni ham ko'ra oladi.

    Yozganlaringizni faqat shu xizmat xodimlari o'qiy oladi. Ular faqat siz odam so'raganda yoki xavfda bo'lganingizda o'qiydi. Suhbat yopilgach, uni bir soat ichida o'chiramiz. Hammasini istalgan vaqtda o'zingiz ham o'chira olasiz.
    .short = Ism, raqam ko'rmaymiz, SMSni aloqa ko'radi. So'rasangiz/xavfda o'qiymiz, soatda o'chadi

privacy-exceptions =
    O'zingiz so'ramasangiz, politsiyaga, migratsiya idorasiga va oilangizga hech narsa aytmaymiz. Ikkita istisno bor: bola xavfda yoki kimningdir hayoti hozir xavfda. Unda yordam chaqirishimizga to'g'ri kelishi mumkin. Katta odam istamasa, politsiyani hech qachon chaqirmaymiz. Avval sizga aytamiz yoki xavfsiz bo'lishi bilan aytamiz.
    .short = Politsiya, migratsiya, oilaga so'rasangiz, hayot/bola uchun. 1 ha 2 kim

# Where no person has signed for this language yet.
words-unsigned = O'zbekcha matnni hali hech kim tekshirmagan. Uni dastur yozgan. Tushunarsiz bo'lsa, odamdan so'rang.
words-unsigned-offer = O'zbekcha matnni hali hech kim tekshirmagan. Uni dastur yozgan. Tekshirilgan tilda o'qishingiz mumkin: pastdagi tugmalar.
    .short = Matn hali tekshirilmagan. Boshqa til kerak bo'lsa, yozing: boshqa til

who =
    Men dasturman. Ismim Safar. Men uyda yoki chet elda ishlaydigan yoki ishlamoqchi bo'lgan odamlar xizmatiga tegishliman. Bu yerdagi javoblarning ko'pi oldindan yozilgan. Men odamdek aqlli emasman va xato qilishim mumkin.

    Odam so'rasangiz, siz bilan xizmat xodimi yozadi. Xodimlar bunga o'rgatilgan. Ular politsiya, migratsiya idorasi yoki ish beruvchi emas. Bu yerda hammasi bepul.
    .short = Men dasturman, bepul. Ishlaydigan va safardagi odamlar xizmatidanman. Politsiya emas. So'rasangiz, odam yozadi. 1 odam 2 ma'lumotlarim 3 menyu

private =
    Bu telefonni yana kimdir o'qiy oladimi? Masalan, er, xo'jayin yoki do'st.

    Javobingiz ehtiyot bo'lib yozishimga yordam beradi.
    .short = Bu telefonni yana kimdir o'qiy oladimi? 1 ha 2 yo'q 3 bilmayman

menu =
    Nima qilmoqchisiz? Tugmani bosing yoki o'z so'zlaringiz bilan yozing.
    .short = 1 chet elga ketish 2 taklifni tekshirish 3 ishda huquqlarim 4 ahvolim 5 boshqa odam 6 odam 7 raqamlar 8 ma'lumotlarim. Yoki o'zingiz yozing.

going =
    Ketishdan oldin so'rash yaxshi. Nimani bilmoqchisiz?
    .short = 1 ketishdan oldin 2 agentlik 3 ish taklifi 4 to'lovlar 5 shartnoma 6 viza 7 menga savollar 8 odam 0 orqaga

rights =
    Har qanday ishda huquqlaringiz bor. Hujjatsiz ham. Shartnomasiz ham. Kimdir huquqing yo'q desa ham.

    Gap nima haqida?
    .short = Har qanday ishda huquqingiz bor. 1 maosh 2 to'lashmadi 3 hujjat olingan 4 qarz 5 ketish 6 politsiya ushladi 7 seks ishi 8 odam

services =
    Raqamlar: { $country }. Boshqa joyda bo'lsangiz, 1 ni bosing.

    Har bir raqam yonida bu nima ekani, politsiya kelishi yoki eshitishi mumkinligi yozilgan. Qo'ng'iroq qilish siz uchun xavfsizmi, o'zingiz yaxshi bilasiz.
    .short = Raqamlar: { $rescue ->
        [none] qutqaruv raqami noma'lum.
       *[other] { $rescue } qutqaruv, politsiya kelishi mumkin.
    }{ $line ->
        [none] {""}
       *[other] {" "}{ $line } politsiya emas.
    }{ $child ->
        [none] {""}
       *[other] {" "}{ $child } bolalar.
    } 1 boshqa davlat 2 elchixona 3 tunash joyi 4 advokat 5 shifokor 6 politsiya 7 odam

services-where = Hozir qayerdasiz?
    .short = Hozir qayerdasiz? 1 Qirg'iziston 2 Rossiya 3 Qozog'iston 4 Turkiya 5 Amirliklar 6 Janubiy Koreya 7 boshqa davlat

services-which =
    Qaysi davlatdasiz? Tanlang yoki nomini yozing.
    .short = Qaysi davlatdasiz? Nomini yozing. 0 orqaga

missed =
    Kechirasiz, men dasturman va faqat ba'zi so'zlarni bilaman. Nimani so'ramoqchisiz? Iltimos, boshqa so'zlar bilan yozing yoki tugmani bosing.
    .short = Kechirasiz, men dasturman, ba'zi so'zlarnigina bilaman. Nimani so'ramoqchisiz? Boshqacha yozing yoki: 1 menyu 2 odam

missed-again =
    Kechirasiz, hali ham tushunmadim. Bu mening aybim, sizniki emas. Odam mendan yaxshiroq yordam berishi mumkin.
    .short = Hali ham tushunmadim. Bu mening aybim, sizniki emas. 1 odam 2 yordam raqamlari 3 menyu

suggest = Gap shulardan biri haqidami?

odd =
    Men faqat yozilgan so'zlarni o'qiy olaman. Yuborganingizni saqlamadim. Iltimos, so'z bilan yozing.
    .short = Faqat so'zlarni o'qiy olaman. Yuborganingizni saqlamadim. So'z bilan yozing. MENYU yoki ODAM deb yozish mumkin.

error =
    Nimadir xato ketdi. Iltimos, yana yozing.
    .short = Nimadir xato ketdi. Iltimos, yana yozing.

offer-caution =
    Bu taklif yaxshi yoki yomonligini bila olmayman. Undagi ba'zi narsalarni rozi bo'lishdan oldin tekshirgan yaxshi.

    Shoshilmasangiz bo'ladi. Tekshirguningizcha pul to'lamang va pasportingizni bermang.
    .short = Bu taklif yaxshimi, bila olmayman. Avval tekshiring. To'lamang, pasport bermang. 1 qanday tekshirish 2 savollar 3 odam 4 menyu

offer-high =
    Bu taklif yaxshi yoki yomonligini bila olmayman. Undagi bir necha narsa boshqa odamlarga yomon tugagan takliflarga o'xshaydi. Rozi bo'lishdan oldin tekshirgan ma'qul.

    Iltimos, hozircha hech narsa to'lamang va pasportingizni bermang. Ishongan odamingizga ayting. Bu yerdagi odam taklifni siz bilan ko'rib chiqishi mumkin.
    .short = Bunday takliflar boshqalarga yomon tugagan. Avval tekshiring. To'lamang, pasport bermang. 1 qanday tekshirish 2 savollar 3 odam 4 menyu

assess-hard =
    Aytganingiz uchun rahmat. Buni aytish og'ir. Bu sizning aybingiz emas.

    Davom etishimiz, tanaffus qilishimiz yoki odamga yozishingiz mumkin.
    .short = Aytganingiz uchun rahmat. Bu sizning aybingiz emas. 1 davom etish 2 tanaffus 3 odam

assess-paused =
    Shu yerda to'xtadik. Shoshilmang. Javoblaringiz sizni kutadi.
    .short = To'xtadik. Shoshilmang. 1 davom etish 2 menyu 3 odam
