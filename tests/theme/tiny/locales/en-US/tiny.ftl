tiny-imprint = Example Ltd
