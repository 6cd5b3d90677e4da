"""An article in; attributions, speakers, relays, times, quantities and actors out."""
