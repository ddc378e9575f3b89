suggest-edit = Ieteikt labojumu
link-copied = Saite nokopēta
