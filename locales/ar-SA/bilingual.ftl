show-source = عرض النص الأصلي ({ $language })
