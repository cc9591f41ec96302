### The directory: what each number is. Numbers themselves stand in content/services.
### status: draft (machine-drafted until a native reader signs)

service-line =
    { $number } - { $name }
    { $police } { $checked }
    { $open } { $opens }
    .short = { $number } { $name }. { $police }

service-confirmed = Мы звонили, нам ответили.
service-unconfirmed = Мы сюда ещё не звонили.

police-police = Это полиция.
police-may-come = Полиция тоже может приехать.
police-not-police = Не полиция.
police-may-report = Могут сообщить о вас, если у вас нет документов.

# The opening hour, where there is one, is written after these words.
open-always = Днём и ночью.
open-now = Сейчас работает, с
open-later = Сейчас закрыто. Откроется в
open-unknown = Часы не известны.

service-kg-112 = Спасатели и скорая помощь
service-kg-117 = Помощь, когда дома делают больно
service-kg-189 = Совет о работе и поездках, с мобильного
service-kg-189-free = Совет о работе и поездках, звонок бесплатный
service-kg-111 = Линия для детей
service-kg-115 = Защитник прав (Акыйкатчы)
service-kg-102 = Полиция (милиция)

service-ru-112 = Спасатели и скорая помощь

service-kz-112 = Спасатели и скорая помощь
service-kz-111 = Семья, женщины и дети, имя не нужно
service-kz-11616 = Помощь тем, кого заставляют работать
service-kz-150 = Помощь женщинам и детям в беде
service-kz-102 = Полиция

service-tr-112 = Спасатели, скорая и полиция вместе
service-tr-157 = Государственная линия для иностранцев, есть русский
service-tr-183 = Государственная линия для семьи и женщин

service-ae-800-7283 = Приют для женщин и детей (Ewaa)
service-ae-800-111 = Помощь женщинам и детям в Дубае
service-ae-800-84 = Министерство труда: жалобы о зарплате
service-ae-600-590000 = Министерство труда
service-ae-971-68027666 = Министерство труда, можно из другой страны
service-ae-800-5005 = Полиция Дубая
service-ae-999 = Полиция

service-kr-119 = Спасатели и скорая. Они могут видеть, где вы
service-kr-1577-1366 = Помощь приезжим женщинам, есть русский
service-kr-1366 = Помощь женщинам, на корейском
service-kr-1600-8248 = Помощь тем, кого заставляют работать
service-kr-1661-0222 = Права приезжих, провинция Кёнгидо
service-kr-1577-0071 = Советы приезжим работникам
service-kr-1350 = Министерство труда: зарплата и работа
service-kr-1345 = Миграционная служба
service-kr-1577-1701 = Помощь, когда вам сделали больно или украли
service-kr-1588-5644 = Волонтёры переводят по телефону
service-kr-112 = Полиция. Она может видеть, где вы

service-xx-112 = Во многих странах: спасатели, скорая. В некоторых - только полиция
