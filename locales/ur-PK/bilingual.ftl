show-source = اصل متن دکھائیں ({ $language })
