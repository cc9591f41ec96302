### Privacy, hide, stop, delete. `hidden`, `stopped` and `deleted` are lines that anybody could get.
### status: draft (machine-drafted until a native reader signs)
### The hot line signs these texts before a real channel opens.

mydata =
    Bu yerda nima qolishini siz hal qilasiz.

    Yashirish: imkon bo'lgan joyda bu chatni ekrandan tozalaymiz va siz qaytmaguningizcha yozmaymiz. To'xtatish: sizga boshqa hech narsa yubormaymiz. O'chirish: siz haqingizdagi hamma narsani unutamiz.

    Biz telefoningizdagi SMSni, brauzer tarixini va ekran suratlarini o'chira olmaymiz. Iltimos, ularni o'zingiz o'chiring.
    .short = SMSni o'zingiz o'chiring. 1 yashirish 2 menga yozmang 3 hammasini o'chirish 4 kim o'qiydi 5 telefon himoyasi 6 siz kimsiz 7 til 8 menyu

mydata-delete =
    Bu yerda yozganlaringizning hammasini o'chiraymi? Imkon bo'lgan joyda bu chatdan darrov o'chadi. Bizning kompyuterdan 24 soat ichida o'chadi. Qaytarib bo'lmaydi.
    .short = Hammasini o'chiraymi? Bizning kompyuterdan 24 soat ichida o'chadi. 1 ha 2 yo'q

hidden = Oq yo'l!
    .short = Oq yo'l!

stopped = Tayyor. Sizga boshqa xabar kelmaydi. Istalgan vaqtda yana yozishingiz mumkin.
    .short = Tayyor. Boshqa xabar kelmaydi. Istalgan vaqtda yozishingiz mumkin.

deleted = Tayyor. Bu yerda hozir tozalandi, bizda 24 soat ichida tozalanadi.
    .short = Tayyor. Bizda 24 soat ichida tozalanadi.

to-wipe-when = O'zi tozalansin
wipe-when = Bu chat siz yozmay qo'yganingizdan qancha vaqt keyin o'zi tozalansin? Bu Telegramda ishlaydi. 48 soatdan keyin Telegram eski xabarlarni tozalashga hech kimga ruxsat bermaydi.
    .short = Faqat Telegramda: chat qachon tozalansin? 1 bir soat 2 olti soat 3 bir kun 4 ikki kun
choice-wipe-1 = Bir soat
choice-wipe-6 = Olti soat
choice-wipe-24 = Bir kun
choice-wipe-46 = Deyarli ikki kun
wipe-set = Yaxshi. Shuncha vaqt yozilmasa, bu chat o'zi tozalanadi.
