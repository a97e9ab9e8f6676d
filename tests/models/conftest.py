from tests.threads import together as together
