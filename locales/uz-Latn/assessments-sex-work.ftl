### status: draft

## No score and no verdict: each answer opens a right or a service. Force, locks and blows bring help at once.

assess-sex-work-title = Huquqlarim: savollar

assess-sex-work =
    Savollar: { $count }. Vaqt: taxminan { $minutes } daqiqa. Natija va ayblov bo'lmaydi. Har bir javob sizga huquqni yoki yordam joyini ko'rsatadi. Ba'zi savollar og'ir. Istalgan savolni o'tkazib yuborish va istalgan paytda to'xtash mumkin.

    Avval atrofga qarang: buni hozir kimdir o'qiy oladimi? O'qiy olsa, keyinroq qayting.
    .short = Savollar: { $count }, taxminan { $minutes } daqiqa. Natija va ayblov yo'q. O'tkazish mumkin. Kimdir o'qiy oladimi? Keyinroq qayting. 1 boshlash

assess-sex-work-result = Rahmat. Mana bular sizga yordam berishi mumkin.
    .short = Rahmat. Bular yordam berishi mumkin, yoki 1 odam:

ask-sex-work-police = { $index }/{ $count }. Politsiya sizni to'xtatadimi yoki sizdan pul so'raydimi?
    .short = Politsiya sizni to'xtatadimi yoki pul so'raydimi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-police = Bunday uchrashuvga tayyor turish mumkin.
check-sex-work-police = Xotirjam bo'ling. O'qiy olmagan qog'ozga imzo qo'ymang. Vaqt, joy va mashina raqamini yozib oling. Kimga aytishni o'zingiz hal qilasiz.
    .short = Politsiya: o'qiy olmagan qog'ozga imzo qo'ymang. Vaqt, joy, mashina raqamini yozing.

ask-sex-work-money = { $index }/{ $count }. Kimdir pulingizni roziligingizsiz oladimi?
    .short = Kimdir pulingizni roziligingizsiz oladimi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-money = Topgan pulingiz sizniki.
check-sex-work-money = Topgan pulingiz sizniki. O'zingiz kelishgan ulush - o'z ishingiz. Xohishingizga qarshi olingan pulni o'zingiz uchun yozib qo'ying.
    .short = Topgan pulingiz sizniki. Nima olishganini o'zingiz uchun yozib qo'ying.

ask-sex-work-health = { $index }/{ $count }. Sizni ayblamaydigan shifokor yoki tahlil kerakmi?
    .short = Sizni ayblamaydigan shifokor yoki tahlil kerakmi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-health = Hamma kabi sizning ham shifokorga borish huquqingiz bor.
check-sex-work-health = Shifokorga nimani aytishni o'zingiz tanlaysiz. Ayblamaydigan shifokorni bu yerdagi odamdan so'rang.
    .short = Shifokor: ayblamaydiganini bu yerdagi odamdan so'rang.

ask-sex-work-papers = { $index }/{ $count }. Kimdir hujjatlaringizni ushlab turibdimi yoki qarz tufayli keta olmaysan, deyaptimi?
    .short = Kimdir hujjatingizni ushlab turibdimi yoki qarz uchun keta olmaysan deyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-papers = Ba'zan odamni hujjat va qarz bilan ushlab turishadi.
check-sex-work-papers = Hujjatlaringiz o'zingizda bo'lishi kerak. Qarz sizni birovning mulkiga aylantirmaydi. Hujjatsiz ham ketishingiz mumkin.
    .short = Hujjatlaringiz o'zingizda bo'lishi kerak. Qarz sizni birovning mulkiga aylantirmaydi.

ask-sex-work-forced = { $index }/{ $count }. Kimdir sizni ishlashga yoki mijoz bilan xohlamagan ishingizga majburlayaptimi?
    .short = Kimdir sizni ishlashga yoki xohlamagan ishingizga majburlayaptimi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-forced = Har doim yo'q deyishingiz mumkin. Tafsilot so'ramaymiz. Ha desangiz, darrov yordamni ko'rsatamiz.
check-sex-work-forced = Istalgan odamga, istalgan paytda yo'q deyishingiz mumkin. Majburlash bu ishda ham zo'rlikdir. Bu sizning aybingiz emas.
    .short = Istalgan paytda yo'q deyishingiz mumkin. Majburlash - zo'rlik. Bu sizning aybingiz emas.

ask-sex-work-locked = { $index }/{ $count }. Kimdir sizni qamab qo'yadimi yoki tashqariga chiqarmaydimi?
    .short = Kimdir sizni qamab qo'yadimi yoki tashqariga chiqarmaydimi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-locked = Hech kim sizni qamab qo'yishi mumkin emas. Ha desangiz, darrov yordamni ko'rsatamiz.
check-sex-work-locked = Hech kim sizni qamab qo'yishi mumkin emas. Narsalaringiz bilan yoki narsalarsiz ketishingiz mumkin. Bu yerdagi odam siz bilan reja tuzishi mumkin.
    .short = Hech kim sizni qamashi mumkin emas. Bu yerdagi odam siz bilan ketish rejasini tuzadi.

ask-sex-work-hurt = { $index }/{ $count }. Kimdir sizni uradimi, ozor beradimi yoki tahdid qiladimi?
    .short = Kimdir sizni uradimi, ozor beradimi yoki tahdid qiladimi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-hurt = Hech bir ishda sizga ozor berish mumkin emas. Ha desangiz, darrov yordamni ko'rsatamiz.
check-sex-work-hurt = Hech bir ishda sizga ozor berish mumkin emas. Shifokorga borib, faqat xohlaganingizni aytishingiz mumkin.
    .short = Sizga ozor berish mumkin emas. Shifokorga borib, faqat xohlaganingizni aytasiz.

ask-sex-work-phone = { $index }/{ $count }. Telefoningizni boshqa odam o'qishi mumkinmi?
    .short = Telefoningizni boshqa odam o'qishi mumkinmi? 1 ha 2 yo'q 3 o'tkazish
why-sex-work-phone = Bu chatni qanday yashirishni bilish foydali.
check-sex-work-phone = Har suhbatdan keyin bu chatni yashiring. Telefonda ba'zi izlar qolishi mumkin.
    .short = Telefon: har suhbatdan keyin chatni yashiring. Ba'zi izlar qolishi mumkin.
