"""Pages of webcare: the inbox, the ticket, and the rehearsal of a policy."""
