show-source = نمایش متن اصلی ({ $language })
