### The answers to danger (safety.md 1 and 3). Every `.short` is one SMS segment, digits inside.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs every text here before a real channel opens.

# One emergency number that works in many countries; the only one that stands in words.
-worldwide = 112

danger-neutral = Safaringiz haqida: yo'l va hujjatlar haqida siz so'ragan xabar shu.
    .short = Xabar:

danger-where =
    { -worldwide } - ko'p davlatlarda qutqaruvchilar va tez yordam. Politsiya ham kelishi mumkin. Ba'zi davlatlarda faqat politsiya javob beradi.

    { $duty ->
        [yes] Navbatchi odam bor va siz bilan yozishi mumkin. Avval xavfdagi odamlarga javob beramiz.
       *[no] Hozir ish joyida odam yo'q. Kimdir xavfda bo'lsa, navbatchiga qo'ng'iroq qilamiz. Bunga vaqt ketishi mumkin.
    } Qo'ng'iroq qilish xavfsizmi, o'zingiz yaxshi bilasiz.

    Hozir qayerdasiz? Shunda o'sha davlat raqamlarini ko'rsata olaman.
    .short = Xabar: { -worldwide } qutqaruv, politsiya kelishi mumkin. Joy? 1 Qirg'iziston 2 Rossiya 3 Qozog'iston 4 Turkiya 5 Amirlik 6 Koreya 7 boshqa 8 gapira olmayman 9 kerakmas

danger-which =
    { -worldwide } - ko'p davlatlarda qutqaruvchilar va tez yordam. Politsiya ham kelishi mumkin. Ba'zi davlatlarda faqat politsiya javob beradi.

    Qaysi davlatdasiz? Tanlang yoki nomini yozing. Shunda o'sha davlat raqamlarini ko'rsata olaman.
    .short = Xabar: { -worldwide } qutqaruv, politsiya kelishi mumkin. Qaysi davlat? Nomini yozing yoki: boshqa davlat. 8 gapira olmayman 9 odam kerak emas

danger-harm =
    { $duty ->
        [yes] Navbatchi odam bor va siz bilan yozishi mumkin. Avval xavfdagi odamlarga javob beramiz.
       *[no] Hozir ish joyida odam yo'q. Kimdir xavfda bo'lsa, navbatchiga qo'ng'iroq qilamiz. Bunga vaqt ketishi mumkin.
    }

    Siz bilan bo'layotgan narsa sizning aybingiz emas. Qo'ng'iroq qilish xavfsizmi, o'zingiz yaxshi bilasiz.{ $rescue ->
        [none] {" "}Bu davlatning qutqaruv raqamini bilmaymiz. { -worldwide } ko'p davlatlarda ishlaydi. Ba'zilarida faqat politsiya javob beradi.
       *[other] {""}
    }{ $line ->
        [none] {" "}Bu yerda politsiyaniki bo'lmagan raqamni bilmaymiz.{ $rescue ->
            [none] {""}
           *[other] {" "}Raqamlar:
        }
       *[other] {" "}Raqamlar:
    }
    .short = Xabar: { $rescue ->
        [none] qutqaruv raqami noma'lum.
       *[other] { $rescue } qutqaruv, politsiya kelishi mumkin.
    } { $line ->
        [none] Boshqa raqam noma'lum.
       *[other] { $line } politsiya emas{ $line-open ->
            [yes] , ochiq
            [no] , { $line-opens } da
           *[unknown] {""}
        }.
    } 1 odam 2 boshqa davlat 3 ovozsiz 4 politsiya 5 yashir 6 vrach 9 kerakmas
    .line = { $rescue ->
        [none] Bu yerda qutqaruv raqami noma'lum.
       *[other] { $rescue }: qutqaruv va tez yordam, politsiya kelishi mumkin.
    } { $line ->
        [none] {""}
       *[other] { $line }: politsiya emas.
    }

danger-suicide =
    Menga aytganingiz uchun rahmat. Men dasturman, lekin siz bu bilan yolg'iz emassiz.

    { $duty ->
        [yes] Xodimlarimizdan biri navbatda va siz kutayotganingizni ko'ra oladi.
       *[no] Hozir ish joyida odam yo'q. Odam shu yerda bo'ladi: { $day }.
    }

    { $line ->
        [none] {""}
       *[other] Bu raqamga ham qo'ng'iroq qilishingiz mumkin: { $line } - { $line-name }. Bu politsiya emas.{" "}
    }Bir narsani so'rasam maylimi: bugun hayotingizni tugatishni o'ylayapsizmi?
    .short = Menga aytganingiz uchun rahmat. Men dasturman. Bugun hayotni tugatishni o'ylayapsizmi? 1 ha 2 yo'q 3 aytishni xohlamayman 4 odam 9 odam kerak emas

danger-suicide-now =
    Rostini aytganingiz uchun rahmat. Hozir xodimlarimizdan biriga qo'ng'iroq qilyapmiz. U imkon bo'lishi bilan shu yerda sizga yozadi. { $duty ->
        [yes] Xodim navbatda.
       *[no] Xodim ish joyida emas, shuning uchun bir necha daqiqa ketishi mumkin.
    }

    Iltimos, boshqa odamlar bor joyda bo'ling yoki ishongan odamingizdan yoningizda o'tirishini so'rang. Kutib turib menga yozishingiz mumkin.

    { $rescue ->
        [none] Bu davlatning qutqaruv raqamini bilmaymiz.
       *[other] Ahvol og'irlashsa: { $rescue } - qutqaruvchilar va tez yordam. Politsiya ham kelishi mumkin.
    }{ $line ->
        [none] {""}
       *[other] {" "}{ $line } - politsiya emas: { $line-name }.
    }
    .short = Odamga qo'ng'iroq qilyapmiz. { $rescue ->
        [none] {""}
       *[other] { $rescue } qutqaruv, politsiya kelishi mumkin.{" "}
    }{ $line ->
        [none] {""}
       *[other] { $line } politsiya emas.{" "}
    }Yolg'iz qolmang. 2 boshqa davlat 3 ovozsiz 9 kerakmas

danger-suicide-later =
    Rahmat. Hozir sizga juda og'ir, keyin yengillashishi mumkin. Bu bilan yolg'iz qolishingiz shart emas.

    { $duty ->
        [yes] Xodimlarimizdan biri navbatda va siz bilan yozishi mumkin. Biz hech qachon ayblamaymiz.
       *[no] Hozir ish joyida odam yo'q. Odam shu yerda bo'ladi: { $day }.
    }

    { $line ->
        [none] {""}
       *[other] Bu raqamga ham qo'ng'iroq qilishingiz mumkin: { $line } - { $line-name }. Bu politsiya emas.{" "}
    }O'zgarsa, istalgan soatda menga yozing.
    .short = Rahmat. Siz bu bilan yolg'iz emassiz. { $line ->
        [none] {""}
       *[other] { $line } politsiya emas.{" "}
    }O'zgarsa, shu yerga yozing. 1 odam 2 boshqa davlat 3 yashirish 9 odam kerak emas

danger-child =
    Yozib to'g'ri qildingiz. Siz bilan bo'layotgan narsa sizning aybingiz emas.

    { $duty ->
        [yes] Maxsus o'rgatilgan odam navbatda va siz bilan yozishi mumkin. Avval xavfdagi odamlarga javob beramiz.
       *[no] Hozir ish joyida odam yo'q. Kimdir xavfda bo'lsa, navbatchiga qo'ng'iroq qilamiz. Bunga vaqt ketishi mumkin.
    }

    { $child ->
        [none] Bu yerda bolalar telefonini bilmaymiz. Ba'zi davlatlarda bilamiz: "Men boshqa davlatdaman" ni bosing.{ $rescue ->
            [none] {" "}Bu davlatning qutqaruv raqamini bilmaymiz. { -worldwide } ko'p davlatlarda ishlaydi. Ba'zilarida faqat politsiya javob beradi.
           *[other] {" "}Bu yerga ham qo'ng'iroq qilish mumkin:
        }
       *[other] Bu yerga ham qo'ng'iroq qilish mumkin:
    }
    .short = Xabar: { $child ->
        [none] bolalar telefoni uchun davlatni tanlang (2).
       *[other] { $child } bolalar telefoni, politsiya emas.
    } { $rescue ->
        [none] {""}
       *[other] { $rescue } qutqaruv, politsiya kelishi mumkin.{" "}
    }1 odam 2 boshqa davlat 3 gapira olmayman 4 yashirish 9 kerakmas

danger-other =
    { $rescue ->
        [none] Bu davlatning qutqaruv raqamini bilmaymiz.
       *[other] Hozir hayot xavfda bo'lsa: { $rescue } - qutqaruvchilar va tez yordam. Politsiya ham kelishi mumkin.
    } { $duty ->
        [yes] Navbatchi odam bor va siz bilan yozishi mumkin. Avval xavfdagi odamlarga javob beramiz.
       *[no] Hozir ish joyida odam yo'q. Kimdir xavfda bo'lsa, navbatchiga qo'ng'iroq qilamiz. Bunga vaqt ketishi mumkin.
    }

    Iltimos, bu haqda hech kim bilan janjallashmang. Bu odamning telefonini titkilamang. U yerga yolg'iz bormang. Bizga ism, raqam yoki surat yubormang. Bu yerga kimdir yozgan-yozmaganini ayta olmayman.

    Siz so'rayotganingizni bu odam biladimi?
    .short = Xabar: { $rescue ->
        [none] {""}
       *[other] { $rescue } qutqaruv, politsiya kelishi mumkin.{" "}
    }Janjallashmang, yolg'iz bormang. 1 odam 2 u biladi 3 u bilmaydi 4 boshqa davlat 9 odam kerak emas

danger-safe =
    Yozganingiz uchun rahmat. Hozir xavfsiz joydamisiz?
    .short = Yozganingiz uchun rahmat. Hozir xavfsiz joydamisiz? 1 ha 2 yo'q 3 ayta olmayman

danger-safe-yes =
    Yaxshi. Hozir xavfsiz joyda ekaningizdan xursandman. Odamga yozishingiz yoki savollar yordamida ahvolingizni ko'rib chiqishingiz mumkin.

    O'zgarsa, istalgan soatda menga yozing.
    .short = Yaxshi. O'zgarsa, istalgan soatda yozing. 1 odam 2 ahvolim 3 yordam raqamlari 4 menyu 5 vrach

danger-safe-topic =
    Yaxshi. Hozir xavfsiz joyda ekaningizdan xursandman. Aytganingiz haqida o'qishingiz, odamga yozishingiz yoki savollar yordamida ahvolingizni ko'rib chiqishingiz mumkin.

    O'zgarsa, istalgan soatda menga yozing.
    .short = Yaxshi. O'zgarsa, istalgan soatda yozing. 1 shu haqda 2 odam 3 ahvolim 4 yordam raqamlari 5 menyu

danger-silent =
    Gapirishingiz shart emas. { $duty ->
        [yes] Navbatchi odam bor va siz bilan yozishi mumkin.
       *[no] Hozir ish joyida odam yo'q. Kimdir xavfda bo'lsa, navbatchiga qo'ng'iroq qilamiz. Bunga vaqt ketishi mumkin.
    }

    Ovoz, tebranish va ekran yorug'ini o'chiring. Bittadan so'z yozing. Kimdir kelsa, "yashir" deb yozing: imkon bo'lgan joyda bu chatni tozalaymiz. SMSni o'zingiz o'chirishingiz kerak.

    Iloji bo'lsa, yozing: qayerdasiz, jarohat bormi, u yerda necha kishi bor. Faqat xavfsiz bo'lsa.
    .short = Gapirish shart emas. Shu yerga yozing. Ovozni o'chiring. Bu SMSlarni o'chiring. 1 odam bilan yozishish 2 raqamlar 3 yashirish 9 odam kerak emas

danger-police =
    Qo'ng'iroq qilishni o'zingiz hal qilasiz. { $police ->
        [none] Bu yerda faqat politsiyaning o'ziga tegishli raqamni bilmaymiz.{ $rescue ->
            [none] {""}
           *[other] {" "}{ $rescue } - qutqaruvchilar va tez yordam. Politsiya kelishi mumkin.
        }
       *[other] { $police } - bu politsiya. Ular ismingiz, hujjatlaringiz va ishingizni so'rashi mumkin.
    }

    18 yoshga to'lgan bo'lsangiz, o'zingiz so'ramasangiz, politsiyani chaqirmaymiz.
    .short = Xabar: { $police ->
        [none] faqat politsiya raqami noma'lum.
       *[other] { $police } - politsiya. Hujjatingizni so'rashi mumkin.
    } 1 boshqa raqamlar 2 odam 3 yashirish 8 gapira olmayman 9 odam kerak emas

danger-taken-back =
    Safaringiz haqidagi xabar yopildi. 1 uni yana ko'rsatadi.
    .short = Xabar yopildi. 1 uni yana ko'rsatadi.

# Somebody may be looking: neutral to the last word, the numbers stand behind the button only.
danger-discreet =
    Safaringiz haqida: yo'l va hujjatlar haqida siz so'ragan xabar tayyor.

    Uni o'qish uchun birinchi tugmani bosing. U bir zumga ko'rinadi va bu chatda qolmaydi.
    .short = Xabaringiz tayyor. 1 o'qish 2 yozish 3 tozalash 4 gapira olmayman 9 hozir emas
danger-peek =
    { $rescue ->
        [none] Bu yerda qutqaruvchilar raqamini bilmaymiz.
       *[other] { $rescue }: qutqaruv, tez yordam; politsiya kelishi mumkin.
    } { $line ->
        [none] Bu yerda politsiyaniki bo'lmagan raqamni bilmaymiz.
       *[other] { $line }: politsiya emas.
    } Bu yerga yozishingiz mumkin.
choice-peek = Xabarni ko'rsatish
choice-write = Yozish
choice-not-now = Hozir emas
