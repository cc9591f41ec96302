### status: draft

## Work and life now. The bands choose help; they name no outcome.

assess-my-situation-title = Hozirgi ahvolim: savollar

assess-my-situation =
    Savollar: { $count }. Vaqt: taxminan { $minutes } daqiqa. Keyin o'zingiz tanlaysiz: yana savollar yoki tugatish. Ular hozirgi ishingiz va hayotingiz haqida. Ba'zi savollar og'ir. Istalgan savolni o'tkazib yuborish va istalgan paytda to'xtash mumkin.

    Avval atrofga qarang: buni hozir kimdir o'qiy oladimi? O'qiy olsa, keyinroq qayting. Hozir xavfda bo'lsangiz, kutmang. Yozing: yordam bering.
    .short = Savollar: { $count }, taxminan { $minutes } daqiqa. O'tkazish mumkin. Kimdir o'qiy oladimi? Keyinroq qayting. Xavfdamisiz? Yozing: yordam bering. 1 boshlash

assess-my-situation-result = Rahmat. Savollar tugadi.
    .short = Rahmat. Savollar tugadi.

assess-my-situation-band-low =
    Javoblaringiz uchun rahmat. Javoblaringizga qarab "sizga xavf yo'q" deb ayta olmaymiz. Odam baribir yordam berishi mumkin.

    Hozir nima qilish mumkin: bu yerda odamga yozing. Bir qadam: qayerda ekaningizni ishongan odamingizga ayting. Bu chatni istalgan paytda yashirish mumkin.
    .short = Javoblarga qarab "xavf yo'q" deb ayta olmaymiz. Odam yordam berishi mumkin. Qayerdaligingizni ishongan odamingizga ayting. 1 odam

assess-my-situation-band-low-early =
    Javoblaringiz uchun rahmat. Bu bir necha javobga qarab "sizga xavf yo'q" deb ayta olmaymiz. Qolgan savollardan ko'proq narsa bilinadi. Odam ularsiz ham yordam berishi mumkin.

    Hozir nima qilish mumkin: bu yerda odamga yozing. Bir qadam: qayerda ekaningizni ishongan odamingizga ayting. Bu chatni istalgan paytda yashirish mumkin.
    .short = Bu javoblarga qarab "xavf yo'q" deb ayta olmaymiz. Qolgan savollardan ko'proq narsa bilinadi. Odam hozir ham yordam beradi. 1 odam 2 yana savollar

assess-my-situation-band-some =
    Javoblaringiz uchun rahmat. Siz aytgan ba'zi narsalar ishda bo'lmasligi kerak. Bu sizning aybingiz emas. Nima qilishni odam siz bilan birga o'ylashi mumkin.

    Hozir nima qilish mumkin: bu yerda odamga yozing. Bir qadam: qayerda ekaningizni ishongan odamingizga ayting. Bu chatni istalgan paytda yashirish mumkin.
    .short = Siz aytgan ba'zi narsalar ishda bo'lmasligi kerak. Bu aybingiz emas. Odam yordam beradi. Qayerdaligingizni ishongan odamingizga ayting. 1 odam

assess-my-situation-band-many =
    Bizga aytganingiz uchun rahmat. Siz aytgan ko'p narsalar jiddiy va hech kim bilan bo'lmasligi kerak. Bu sizning aybingiz emas. Hujjatingiz bo'lsa ham, bo'lmasa ham, hozir odamga yozishingiz mumkin.

    Hozir nima qilish mumkin: bu yerda odamga yozing. Bir qadam: qayerda ekaningizni ishongan odamingizga ayting. Bu chatni istalgan paytda yashirish mumkin.
    .short = Siz aytganlar jiddiy. Bu aybingiz emas. Hujjatsiz ham odam yordam berishi mumkin. Qayerdaligingizni ishongan odamingizga ayting. 1 odam


ask-my-situation-promise = { $index }/{ $count }. Ish, joy yoki xo'jayin sizga va'da qilinganidan boshqachami?
    .short = Ish, joy yoki xo'jayin va'da qilinganidan boshqachami? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-promise = Ish va'da qilinganidek bo'lmasa, bu sizning aybingiz emas.

ask-my-situation-pay = { $index }/{ $count }. Ko'proq va'da qilib, sizga umuman yoki deyarli pul to'lashmayaptimi?
    .short = Ko'proq va'da qilib, sizga umuman yoki deyarli pul to'lashmayaptimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-pay = Ishingiz uchun sizga to'lashlari kerak. Ba'zilar odam ketib qolmasin deb maoshni ushlab qoladi.

ask-my-situation-hours = { $index }/{ $count }. Juda uzoq, deyarli dam olish kunisiz ishlaysizmi?
    .short = Juda uzoq, deyarli dam olish kunisiz ishlaysizmi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-hours = Dam olmasdan juda uzoq ishlash tanaga zarar. Sizga uyqu va dam olish kunlari kerak.

ask-my-situation-papers = { $index }/{ $count }. Pasportingiz yoki hujjatlaringiz birovda turibdimi va uni sizga bermayaptimi?
    .short = Pasport yoki hujjatlaringiz birovda turibdimi va sizga bermayaptimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-papers = Ba'zan odam ketib qolmasin deb hujjatlarini olib qo'yishadi.

ask-my-situation-way = { $index }/{ $count }. Bu ishga kelish yo'lida sizni davom etishga kuch bilan majburlashdimi?
    .short = Bu ishga kelish yo'lida sizga kuch ishlatishdimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-way = Hech kim odamni ishga kuch bilan olib borishi mumkin emas.

ask-my-situation-debt = { $index }/{ $count }. Sizga: avval yo'l yoki ish uchun qarzni ishlab ber, keyin ketasan, deyishyaptimi?
    .short = Avval yo'l yoki ish uchun qarzni ishlab ber, keyin ketasan, deyishyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-debt = Hech kimni qarz bilan ushlab turish mumkin emas. Qarz sizni birovning mulkiga aylantirmaydi.

ask-my-situation-locked = { $index }/{ $count }. Sizni qamab qo'yishganmi yoki yolg'iz chiqa olmasligingiz uchun kuzatishyaptimi?
    .short = Sizni qamab qo'yishganmi yoki yolg'iz chiqa olmaysizmi, kuzatishyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-locked = Hech kim sizni qamab qo'yishi mumkin emas. Ha desangiz, darrov yordamni ko'rsatamiz.

ask-my-situation-need = { $index }/{ $count }. Bu ishga rozi bo'lganingizda, pul shunchalik kerak bo'lganidan yo'q deya olmadingizmi?
    .short = Rozi bo'lganingizda pul juda kerak bo'lganidan yo'q deya olmadingizmi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-need = Ba'zilar muhtoj odamlarni izlaydi, chunki ularga yo'q deyish qiyin. Muhtojlik ayb emas.

ask-my-situation-threats = { $index }/{ $count }. Kimdir sizga yoki oilangizga tahdid qilyaptimi?
    .short = Kimdir sizga yoki oilangizga tahdid qilyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-threats = Tahdid sizni jim turishga majburlash uchun. Ha desangiz, darrov yordamni ko'rsatamiz.

ask-my-situation-violence = { $index }/{ $count }. Kimdir sizni uryaptimi, sizga ozor beryaptimi yoki xohlamasangiz ham tegyaptimi?
    .short = Kimdir sizni uryaptimi, ozor beryaptimi yoki xohlamasangiz ham tegyaptimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-violence = Hech kim sizga ozor berishi mumkin emas. Tafsilot so'ramaymiz. Ha desangiz, darrov yordamni ko'rsatamiz.

ask-my-situation-arranged = { $index }/{ $count }. U yerga borish va ishlashni bilmaganingiz uchun hammasini bir odam hal qildimi?
    .short = U yerga borishni bilmaganingiz uchun hammasini bir odam hal qildimi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-arranged = Hammasini bir odam hal qilsa, tekshirish ham, qaytish ham qiyin.

ask-my-situation-living = { $index }/{ $count }. Yashashni xohlamaslik haqida o'ylaysizmi?
    .short = Yashashni xohlamaslik haqida o'ylaysizmi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-living = Hayot juda og'ir bo'lganda bunday o'ylar kelishi mumkin. Siz ular bilan yolg'iz emassiz. Ha desangiz, darrov yordamni ko'rsatamiz.

ask-my-situation-far = { $index }/{ $count }. Til va joy sizga begonami, ovqat va xona xo'jayinga bog'liqmi?
    .short = Joy sizga begonami, ovqat va xona xo'jayinga bog'liqmi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-far = Hammasi bir odamga bog'liq bo'lsa, ketish qiyin. Sizning tilingizda yordam beradigan odamlar bor.

ask-my-situation-status = { $index }/{ $count }. Hujjatlaringiz tufayli idoraga yoki politsiyaga borishdan qo'rqasizmi?
    .short = Hujjatlaringiz tufayli idoraga yoki politsiyaga borishdan qo'rqasizmi? 1 ha 2 yo'q 3 o'tkazish
why-my-situation-status = Bu qo'rquv bilan ko'pincha odamlarni jim turishga majbur qilishadi. Bu yerda hujjat ko'rsatish shart emas.
