"""What references mean on a day, and what follows from that for a rule: facts, no problems."""
