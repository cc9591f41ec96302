### The directory: what each number is. Numbers themselves stand in content/services.
### status: draft

service-line =
    { $number } - { $name }
    { $police } { $open } { $checked }
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

service-ae-800-7283 = Shelter for women and children (Ewaa)
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
