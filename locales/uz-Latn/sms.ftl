### status: draft

# SMS: what stands under a page that goes on.

sms-more = 1 yana

# How a person of the hot line might begin: for the figures of `safar stats sms` only.
sms-sample = Salom, men ishonch telefonidanman. Yoningizdaman. Hozir yolg'izmisiz, yozsa bo'ladimi? Qayerdasiz: shahar, ko'cha? Bir so'z yetadi.
