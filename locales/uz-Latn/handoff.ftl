### From "I want a person" to the end of the talk (safety.md 3, 6 and 7).
### status: draft (machine-drafted until a native reader signs)
### The hot line signs `minor` and `minor-law` in its own words before a real channel opens.

minor =
    Menga aytganingiz uchun rahmat. Bu yerga yozishingiz mumkin. Sizni hech qachon haydamaymiz va avval ota-onangizga boring demaymiz. Maxsus o'rgatilgan odam siz bilan yozishi mumkin.
    .short = Aytganingiz uchun rahmat. Sizni hech qachon haydamaymiz. Maxsus o'rgatilgan odam siz bilan yozishi mumkin.

# The hot line's own signed words go here: what the law of its country makes it do.
minor-law =
    Yoshingiz 18 ga to'lmagan bo'lsa va kimdir sizga ozor bersa yoki sizdan foydalansa, qonun bolalarni himoya qiladigan odamlarga aytishimizni talab qilishi mumkin. Avval sizga aytamiz yoki xavfsiz bo'lishi bilan aytamiz. Biz hech qachon surat so'ramaymiz. Sizga ozor berganlarga hech qachon aytmaymiz. Hech qachon aybdorsiz demaymiz.
    .short = Qonun bolalar himoyachilariga aytishimizni talab qilishi mumkin. Imkon bo'lsa, avval sizga aytamiz. 1 odam 2 bolalarga yordam 3 menyu

handoff-age =
    Yoshingiz 18 ga to'lmaganmi? Har qanday javobda yordam olasiz. Javobga qarab faqat yordam berish yo'limiz o'zgaradi.
    .short = Yoshingiz 18 ga to'lmaganmi? Har qanday javobda yordam olasiz. 1 ha 2 yo'q 3 aytishni xohlamayman

handoff-wish =
    Kim bilan yozishni xohlaysiz? Harakat qilamiz, lekin har doim ham imkon bo'lmaydi.
    .short = Kim bilan yozasiz? 1 kim bo'lsa ham 2 ayol 3 erkak 4 mening shahrimdan emas

handoff-waiting =
    Xodimlarimizdan biridan siz bilan yozishni so'radik.{ $place ->
        [0] {""}
       *[other] {" "}Navbatdagi o'rningiz: { $place }.
    } { $wait ->
        [0] Qancha kutish kerakligini bilmaymiz.
       *[other] Taxminan { $wait } daqiqa kutish kerak bo'lishi mumkin.
    } Kutib turib bu yerga yozishingiz mumkin.{ $code ->
        [none] {""}
       *[other] {" "}Bu chatni yashirsangiz, qaytish uchun shu raqamni yozing: { $code }
    }

    Bu yerda hech kim sizdan pul, seks yoki shaxsiy uchrashuv so'rashi mumkin emas.
    .short = Odamdan so'radik.{ $wait ->
        [0] {""}
       *[other] {" "}~{ $wait } daqiqa.
    }{ $code ->
        [none] {""}
       *[other] {" "}Qaytish: { $code }.
    } Hech kim pul, seks, uchrashuv so'ray olmaydi. 1 o'qish 2 shoshilinch 3 yozganimni ko'rsat 4 raqamlar 9 stop

handoff-nobody-here =
    Hozir hech kim javob bera olmaydi. Odam shu yerda bo'ladi: { $day }.
    Undan oldin hech kim o'qimaydi.

    Xabar qoldirmoqchimisiz? Shunchaki yozing. Javobni shu yerga yozsak maylimi? Uni boshqalar ham ko'rishi mumkin.
    .short = Hozir odam yo'q. Keladi: { $day }. Undan oldin o'qilmaydi. Xabaringizni yozing. Shu yerda javob beraylikmi? 1 ha 2 o'zim yozganda 4 raqamlar 9 yo'q

handoff-nobody-came =
    Hali hech kim javob bera olmadi. Kechirasiz. Navbatdagi o'rningiz saqlanadi.{ $duty ->
        [yes] {""}
       *[no] {" "}Odam shu yerda bo'ladi: { $day }.
    }
    .short = Xabar: hali hech kim javob bera olmadi. Kechirasiz. Navbatdagi o'rningiz saqlanadi.

handoff-kept =
    Bu yerda yozganlaringiz odam uchun saqlanadi. Odam shu yerda bo'ladi: { $day }.
    Undan oldin hech kim o'qimaydi.{ $code ->
        [none] {""}
       *[other] {" "}Bu chatni yashirsangiz, qaytish uchun shu raqamni yozing: { $code }
    }
    .short = Yozganingiz saqlandi. O'qiladi: { $day }.{ $code ->
        [none] {""}
       *[other] {" "}Qaytish: { $code }.
    } Javob uchun "?" yozing. 4 raqamlar 9 yozganimni qaytarish

handoff-relayed = Yozganlaringizni yetkazdik. Odam suhbatingizni olganda ularni o'qiydi.
    .short = Yozganlaringizni yetkazdik. Odam ularni o'qiydi.

handoff-raised =
    Shoshilinch deb belgiladik. Odam buni ko'radi va suhbatni tezroq olishi mumkin. { $duty ->
        [yes] Navbatchi odam bor.
       *[no] Hozir navbatchi yo'q. Odam shu yerda bo'ladi: { $day }.
    }
    .short = Shoshilinch deb belgiladik. Xavf bo'lsa, nima bo'layotganini yozing. 1 o'qish 4 yordam raqamlari 9 kutmayman

handoff-joined =
    Xodimlarimizdan biri hozir shu chatda va yozganingizni o'qiydi.

    Bu yerda hech kim sizdan pul, seks yoki shaxsiy uchrashuv so'rashi mumkin emas. Kimdir so'rasa, suhbatni tugating va boshqa odam so'rang.
    .short = Xodimimiz hozir shu chatda. Bu yerda hech kim pul, seks yoki uchrashuv so'rashi mumkin emas. Ketish uchun yozing: YASHIR yoki STOP

handoff-with-person =
    Siz odam bilan yozishyapsiz. Yozganingiz unga boradi.
    .short = Siz odam bilan yozishyapsiz. Ketish uchun yozing: YASHIR yoki STOP

handoff-left =
    Odam bu suhbatni tugatdi. Yozganingiz uchun rahmat. Istalgan vaqtda yana odam so'rashingiz mumkin.
    .short = Odam suhbatni tugatdi. Rahmat. 1 yana odam 2 ma'lumotlarim 3 menyu

handoff-returned =
    Odamning bu chatdan ketishiga to'g'ri keldi. Bu siz tufayli emas. Siz yana navbatdasiz, sizga boshqa odam javob beradi.
    .short = Odam ketishi kerak bo'ldi, siz tufayli emas. Yana navbatdasiz. 1 o'qish 4 yordam raqamlari 9 kutmayman

handoff-no-person =
    Yaxshi. Odam so'ramaymiz. Bu yerga yozaverishingiz va istalgan vaqtda yana so'rashingiz mumkin.
    .short = Yaxshi, odam so'ramaymiz. Istalgan vaqtda so'rash mumkin. 1 yordam raqamlari 2 odam 3 yashirish 4 menyu

handoff-came-back =
    Xush kelibsiz. Siz yo'g'ingizda xabar kelgan bo'lsa, u shu yerda.
    .short = Xush kelibsiz. 1 odam 2 yashirish 3 menyu

# By SMS after a long silence, when others may hold the phone: lines that anybody could get.
handoff-safe-to-text = Salom! Hozir xabar olish qulaymi? 1 ha 2 keyin
    .short = Salom! Hozir xabar olish qulaymi? 1 ha 2 keyin
handoff-safe-code = Salom! Davom etish uchun sizga berilgan raqamni yozing. 2 keyin
    .short = Salom! Davom etish uchun sizga berilgan raqamni yozing. 2 keyin
handoff-later = Yaxshi. Qulay bo'lganda yozing.
    .short = Yaxshi. Qulay bo'lganda yozing.
handoff-nothing-new = Hozircha yangilik yo'q. Istalgan vaqtda yozishingiz mumkin.
    .short = Hozircha yangilik yo'q. Istalgan vaqtda yozishingiz mumkin.

complain =
    Bu yerdagi odam ustidan shikoyat

    Shikoyatlarni navbatchi bo'lmagan alohida odam o'qiydi. Navbatchilar o'qimaydi. U bu suhbatni ham o'qisa bo'ladimi? Navbatchi bilan suhbat hozir tugaydi.
    .short = Shikoyatni navbatchi emas, boshqa odam o'qiydi. U suhbatni o'qisinmi? 1 ha 2 faqat yozganimni 3 menyu
to-complain = Odam ustidan shikoyat
choice-complain-keep = Ha, suhbatni o'qisin
choice-complain-words = Faqat hozir yozganimni
complained = Nima bo'lganini yozing. U navbatchi bo'lmagan odam uchun saqlanadi. Qachon o'qishini bilmaymiz. Xavf bo'lsa, yozing: yordam bering.
    .short = Nima bo'lganini yozing. Boshqa odam o'qiydi. 1 yashirish 2 menyu 9 kerak emas
complained-kept = Bu navbatchi bo'lmagan odam uchun saqlandi. Yana yozishingiz mumkin.
    .short = Saqlandi. Yana yozishingiz mumkin. 1 yashirish 2 menyu 9 kerak emas
