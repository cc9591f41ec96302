### The directory: what each number is. Numbers themselves stand in content/services.
### status: draft

service-line =
    { $number } - { $name }
    { $police } { $open }{ $cost }{ $spoken1 }{ $spoken2 }{ $spoken3 }{ $text1 }{ $text2 }{ $text3 }{ $text4 } { $checked }
    .short = { $number } { $name }. { $police }

service-confirmed = We rang it and it answered.
service-unconfirmed = Not tested yet.

police-police = This is the police.
police-may-come = Police may come too.
police-not-police = Not police.
police-may-report = It may report you if you have no papers.

open-always = Day and night.
open-now = Open now, since { $opens }.
open-later = Closed now. Opens at { $opens }.
open-unknown = Hours not known.

# What stands beside a number: each begins with a space, since it may be missing.
cost-free = { " " }Free call.
cost-paid = { " " }The call may cost money.

speaks-ky = { " " }They speak Kyrgyz.
speaks-ru = { " " }They speak Russian.
speaks-uz = { " " }They speak Uzbek.
speaks-tg = { " " }They speak Tajik.
speaks-kk = { " " }They speak Kazakh.
speaks-en = { " " }They speak English.

texts-sms = { " " }They read SMS.
texts-whatsapp = { " " }You can also write by WhatsApp.
texts-telegram = { " " }You can also write by Telegram.
texts-web = { " " }You can also write on their website.

# Each need stands on a line of its own.
service-missing =
    For this we have no number there:{ $need1 }{ $need2 }{ $need3 }{ $need4 }{ $need5 }{ $need6 }{ $need7 }{ $need8 }{ $need9 }{ $need10 }{ $need11 }{ $need12 }{ $need13 }{ $need14 }
    A person here can look with you.

need-emergency =
    { "" }
    - rescue and ambulance
need-police =
    { "" }
    - police
need-violence =
    { "" }
    - someone hurts you
need-children =
    { "" }
    - children
need-suicide =
    { "" }
    - wanting to die
need-trafficking =
    { "" }
    - being forced to work
need-migrants =
    { "" }
    - advice for migrants
need-labour =
    { "" }
    - work and pay
need-consulate =
    { "" }
    - embassy
need-shelter =
    { "" }
    - a safe place to sleep
need-legal =
    { "" }
    - a lawyer or your rights
need-medical =
    { "" }
    - a doctor
need-psychological =
    { "" }
    - a psychologist

service-kg-112 = Rescue and ambulance
service-kg-117 = Help when someone at home hurts you
service-kg-189 = Advice on work and travel abroad, from a mobile
service-kg-189-free = Advice on work and travel abroad, free call
service-kg-111 = Line for children
service-kg-115 = State defender of rights (Akyikatchy)
service-kg-102 = Police

service-ru-112 = Rescue and ambulance

service-kz-112 = Rescue and ambulance
service-kz-111 = Family, women and children, no name needed
service-kz-11616 = Help for people who are forced to work
service-kz-150 = Help for women and children at risk
service-kz-102 = Police

service-tr-112 = Rescue, ambulance and police in one
service-tr-157 = State line for foreigners, also in Russian
service-tr-183 = State line for family and women

service-ae-800-7283 = Help for people who are forced to work (Ewaa)
service-ae-800-111 = Help for women and children in Dubai
service-ae-800-84 = Labour ministry: complaints about pay
service-ae-600-590000 = Labour ministry
service-ae-971-68027666 = Labour ministry, also from abroad
service-ae-800-5005 = Dubai police
service-ae-999 = Police

service-kr-119 = Rescue and ambulance. It can see where you are
service-kr-1577-1366 = Help for migrant women, also in Russian
service-kr-1366 = Help for women, in Korean
service-kr-1600-8248 = Help for people who are forced to work
service-kr-1661-0222 = Rights of migrants, Gyeonggi province
service-kr-1577-0071 = Advice for foreign workers
service-kr-1350 = Labour ministry: pay and work
service-kr-1345 = Immigration office
service-kr-1577-1701 = Help after someone hurt you or stole from you
service-kr-1588-5644 = Volunteers who interpret by phone
service-kr-112 = Police. They can see where you are

service-xx-112 = Works in many countries: rescue, ambulance. In some, only police

service-uz-112 = Rescue and ambulance
service-uz-1148 = Help for people who are forced to work
service-uz-1146 = Help for women
service-uz-102 = Police

service-tj-112 = Rescue and ambulance
service-tj-1313 = Help for women, from a mobile
service-tj-102 = Police

service-pl-112 = Rescue and ambulance
service-pl-226280120 = Help for people who are forced to work
service-pl-605687750 = La Strada: help for people who are forced to work
service-pl-224902044 = Advice for foreigners

service-de-112 = Rescue and ambulance
service-de-116016 = Help for women, no name needed, also in Russian
service-de-110 = Police

service-gb-999 = Rescue, ambulance and police in one
service-gb-08000121700 = Help for people who are forced to work
service-gb-08004320804 = State office for work

service-us-911 = Rescue, ambulance and police in one
service-us-18883737888 = Help for people who are forced to work
service-us-233733 = The same help by SMS, in English

service-qa-92727 = Labour ministry, by SMS: it asks for your ID number

service-th-1300 = State help for people who are forced to work

service-cz-112 = Rescue and ambulance
service-cz-222717171 = La Strada: help for people who are forced to work

service-sk-112 = Rescue and ambulance
service-sk-0800800818 = Help for people who are forced to work

service-hu-112 = Rescue and ambulance
service-hu-80205520 = Help for people who are forced to work

service-bg-112 = Rescue and ambulance
service-bg-080020100 = Help for people who are forced to work

service-it-112 = Rescue and ambulance
service-it-800290290 = Help for people who are forced to work

service-eu-112 = Rescue and ambulance
service-eu-116016 = Help for women in some countries
service-eu-116006 = Help after someone hurt you or stole from you, in some countries
