show-source = मूल टेक्स्ट दिखाएँ ({ $language })
