### status: draft

## Before leaving for work: each sign brings its own check.

assess-before-i-go-title = Ketishdan oldin savollar

assess-before-i-go =
    Savollar: { $count }. Vaqt: taxminan { $minutes } daqiqa. Ha yoki yo'q deb javob bering. Ba'zi savollar og'ir. Istalgan savolni o'tkazib yuborish va istalgan paytda to'xtash mumkin.

    Avval atrofga qarang: buni hozir kimdir o'qiy oladimi? O'qiy olsa, keyinroq qayting.
    .short = Savollar: { $count }, taxminan { $minutes } daqiqa. Ba'zilari og'ir, o'tkazish mumkin. Hozir kimdir o'qiy oladimi? Unda keyinroq qayting. 1 boshlash

assess-before-i-go-result = Rahmat. Iltimos, ketishdan oldin quyidagilarni tekshiring.
    .short = Rahmat. Ketishdan oldin tekshiring, yoki 1 odam:

ask-before-i-go-pay = { $index }/{ $count }. Sizga shunday ish uchun boshqalar oladigandan ancha ko'p pul va'da qilishyaptimi?
    .short = Shunday ish uchun boshqalardan ancha ko'p pul va'da qilishyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-pay = Oddiy ish uchun juda katta maosh bilan ko'pincha odamlarni jalb qilishadi.
check-before-i-go-pay = O'sha yerda shunday ishlayotgan odamdan qancha olishini so'rang. Ish beruvchidan maoshni yozib berishini so'rang.
    .short = Maosh: u yerda ishlayotgan odamdan qancha olishini so'rang.

ask-before-i-go-listed = { $index }/{ $count }. Agentlik yoki vositachini rasmiy ro'yxatdan topdingizmi?
    .short = Agentlik rasmiy ro'yxatda bormi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-listed = Ruxsati bor agentliklar rasmiy ro'yxatda turadi. Ro'yxatda bo'lmasa, ularning kimligini tekshirib bo'lmaydi.
check-before-i-go-listed = Ularni rasmiy ro'yxatdan topmaguningizcha pul to'lamang va imzo qo'ymang. Ro'yxat qayerdaligini bu yerdagi odamdan so'rang.
    .short = Ro'yxat: rasmiy ro'yxatdan topmaguningizcha to'lamang va imzo qo'ymang.

ask-before-i-go-fee = { $index }/{ $count }. Ishga olish uchun sizdan pul so'rashyaptimi?
    .short = Ishga olish uchun sizdan pul so'rashyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-fee = Ishchi ish topish uchun pul to'lamasligi kerak. To'lash uchun qarz olsangiz, qarz sizni bog'lab qo'yishi mumkin.
check-before-i-go-fee = Ishning o'zi uchun pul to'lamang. To'lagan bo'lsangiz, kvitansiya va xabarlarni saqlang.
    .short = Pul: ishning o'zi uchun to'lamang. Kvitansiyalarni saqlang.

ask-before-i-go-contract = { $index }/{ $count }. Ish beruvchining nomi va manzili yozilgan, o'zingiz o'qiy oladigan yozma shartnoma bormi?
    .short = O'zingiz o'qiy oladigan, ish beruvchi nomi bor yozma shartnoma bormi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-contract = O'qiy oladigan shartnomangiz bo'lmasa, nima va'da qilishganini isbotlash qiyin.
check-before-i-go-contract = O'zingiz o'qiy oladigan shartnomani so'rang. Nusxasini saqlang va bir nusxasini oilangizga qoldiring.
    .short = Shartnoma: o'qiy oladiganini so'rang. Nusxasini saqlang.

ask-before-i-go-visa = { $index }/{ $count }. Vizangiz yoki maqomingiz u yerda ishlashga ruxsat beradimi?
    .short = Vizangiz yoki maqomingiz u yerda ishlashga ruxsat beradimi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-visa = Ruxsatsiz ishlaydigan odamni politsiya bilan qo'rqitish mumkin.
check-before-i-go-visa = Qaysi viza ishlashga ruxsat berishini o'sha davlat elchixonasidan so'rang. Ish uchun turist vizasi - shubhali belgi.
    .short = Viza: qaysi viza ishga ruxsat berishini o'sha davlat elchixonasidan so'rang.

ask-before-i-go-passport = { $index }/{ $count }. Pasportingizni boshqa odam o'zida saqlamoqchimi?
    .short = Pasportingizni boshqa odam o'zida saqlamoqchimi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-passport = Ba'zilar ishchi ketib qolmasin deb pasportni olib qo'yadi.
check-before-i-go-passport = Pasportingizni o'zingizda saqlang. Faqat nusxasini bering. Suratini oilangizga qoldiring.
    .short = Pasport: o'zingizda saqlang, faqat nusxasini bering.

ask-before-i-go-debt = { $index }/{ $count }. Chipta yoki ish uchun pulni keyin ishlab qaytarishingiz kerakmi?
    .short = Chipta yoki ish uchun pulni keyin ishlab qaytarishingiz kerakmi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-debt = Aniq summasi yo'q qarz o'sib borishi mumkin. Odamlarni shunday qarz bilan ushlab turishadi.
check-before-i-go-debt = To'liq summani va oxirgi to'lov kunini yozib berishlarini so'rang. Yozib berishmasa, bormang.
    .short = Qarz: to'liq summani va oxirgi to'lov kunini yozib berishsin.

ask-before-i-go-lie = { $index }/{ $count }. Chegarada yolg'on gapirishni yoki birovning hujjati bilan borishni aytishyaptimi?
    .short = Chegarada yolg'on gapirishni yoki birovning hujjatini ishlatishni aytishyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-lie = Soxta hujjat bilan yurgan odamni qo'rqitish osonroq. Unga yordam so'rash qiyinroq.
check-before-i-go-lie = Soxta hujjat bilan bormang. Avval bu yerdagi odam bilan gaplashing. Hali ham yo'q deyishingiz mumkin.
    .short = Hujjat: soxta hujjat bilan bormang. Hali ham yo'q deyishingiz mumkin.

ask-before-i-go-hurry = { $index }/{ $count }. Sizni shoshirishyaptimi yoki sir saqlashni aytishyaptimi?
    .short = Sizni shoshirishyaptimi yoki sir saqlashni aytishyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-hurry = Shoshiradigan yoki sir saqlashni xohlaydigan odam tekshirishingizni istamaydi.
check-before-i-go-hurry = Shoshilmang. Bugun ishongan bir odamingizga ayting. Halol ish siz tekshirguningizcha kutadi.
    .short = Shoshilmang. Bugun ishongan bir odamingizga ayting.

ask-before-i-go-asia = { $index }/{ $count }. Bu Tailand, Myanma, Kambodja yoki Laosga bepul chipta bilan kompyuterda ishlashmi?
    .short = Tailand, Myanma, Kambodja yoki Laosga bepul chipta bilan kompyuter ishimi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-asia = Odamlarga Tailandda internetda ish va'da qilishgan. Ularni Myanmaga olib borib, pul uchun ushlab turishgan (2025-yil xabarlari).
check-before-i-go-asia = Bu chiptadan hozircha foydalanmang. Odamlarni Tailanddan Myanmaga olib borib, pul uchun ushlab turishgan (2025-yil xabarlari). U yerda Qirg'iziston elchixonasi yo'q. Avval bu yerdagi odam bilan gaplashing.
    .short = Hozircha uchmang. Odamlarni Tailanddan Myanmaga olib borib, pul uchun ushlashgan (2025). Avval odam bilan gaplashing.

ask-before-i-go-trusted = { $index }/{ $count }. Siz ishongan odam manzilni biladimi va unda hujjatlaringiz nusxasi bormi?
    .short = Ishongan odamingiz manzilni biladimi, hujjatlaringiz nusxasi bormi? 1 ha 2 yo'q 3 o'tkazish
why-before-i-go-trusted = Biror ish yomon ketsa, bu odam sizga yordam qidirishi mumkin.
check-before-i-go-trusted = Ishongan bir odamingizga manzilni, ish beruvchi nomini va hujjatlar nusxasini bering. Maxfiy so'zni kelishib oling.
    .short = Ishongan odamingizga manzil, hujjatlar nusxasi va maxfiy so'z bering.
