### What a sign in a job offer means, why it matters, and what to ask. Shown for the signs a visitor's text shows.

flag-rf01 = Very high pay for simple work. Often the real pay is much lower. Ask: what do others get there for the same work?
flag-rf02 = Everything is paid for you first. It can turn into a debt. Ask: must I give this money back, and how much?
flag-rf03 = Work as a waitress, dancer, hostess or nanny, no experience needed. The work is sometimes another one. Ask: what exactly will I do, and can I refuse?
flag-rf04 = Only a phone number or a messenger, no name and no office. Nobody can be found later. Ask: what is the name and address of the company?
flag-rf05 = Office or online work in Thailand or nearby, with a free ticket. Some people were locked in there and made to cheat others. Ask: in which town is the office, and who works there now?
flag-rf06 = A farm place in Britain from somebody who sells it. Only a few licensed companies may give such places. Ask: which licensed company is it? Then check the official list.
flag-rf07 = The recruiter has no permit. Then no office protects you. Ask: what is the number of your permit? Then check the official list.
flag-rf09 = Someone you know only online arranges the trip. Love is sometimes used to bring people to bad places. Ask yourself: who besides this person knows where I will be?
flag-rf10 = They look for people with debts, divorced or alone with children. Such people find it harder to refuse. Ask: why do you look for these people?
flag-rf11 = You must pay before you go. Honest work does not sell a place. Ask: what is it for, and will I get a paper for it?
flag-rf12 = A debt that you must work off. It often grows and holds people. Ask: how much is it in all, on paper, and what if I leave?
flag-rf13 = Someone wants to keep your passport. Without it, it is hard to leave. Ask: why do you need it? You can show a copy.
flag-rf14 = Work on a tourist visa or with no visa. Then you can be fined or sent away, and bosses use it. Ask: who makes a work visa before I go?
flag-rf15 = False papers, or a lie at the border. You would answer for it, not they. Ask: why is there no honest way?
flag-rf16 = No written contract with the employer. Then nothing holds them to their words. Ask: can I have the contract before I go?
flag-rf17 = A contract in a language you cannot read. You cannot know what you sign. Ask: can I have it in my language, with time to read?
flag-rf18 = The work, the country or the boss changed. This is how people are brought where they did not want to go. Ask: why did it change, and can I go back?
flag-rf19 = You must decide fast, or tell nobody. Hurry and silence keep you from checking. Ask: can I decide next week, and talk to my family?
flag-rf20 = You may not ask, or talk to people who work there. Ask: can I call someone who works there now?
flag-rf21 = Your phone is taken, or you cannot go out alone. It is hard to get help then. Ask: do I keep my phone, and can I go out when I want?
flag-rf22 = They threaten with fines, police or your family. No honest boss does so. Ask: what happens if I want to stop?
flag-rf23 = Pay comes only later, or the boss keeps it. Some never get it. Ask: on which day of the month is it paid, and to whom?
flag-rf24 = A contract with the army. It cannot be ended when you want. Ask: what exactly do I sign, and why?
flag-rf25 = You may not refuse a client or an act, or go without a condom is asked of you, or they keep your money. You may refuse at any work. Ask: who decides, and who holds my money?
flag-rf26 = You are asked to bring other people. So people are drawn in themselves. Ask: why do I have to bring someone?
flags-intro = What you wrote shows this:
