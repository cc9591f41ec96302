"""SMS: gateways behind one port, what a message costs, and what may be sent to whom."""
