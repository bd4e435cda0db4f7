-- Causes were kept with the exception's message, which may hold what the event held. From now on they are kept without.
update automation.dead_letter_entry set cause_message = null where cause_message is not null;
