### How the bot shows itself before anybody has written to it: neutral for whoever looks.
### status: source

telegram-name = Road and work
telegram-short = Questions about travel, work and papers. Free.
telegram-description = Ask here about travel, work and papers abroad. It is free. You do not have to say your name.
telegram-command-start = Begin
telegram-command-menu = Menu
telegram-command-language = Language
telegram-command-person = Write to a person
telegram-command-who = Who answers here
telegram-command-hide = Clear this chat
telegram-command-stop = No more messages

oncall-ring = Please look at the desk now. ({ $round })
