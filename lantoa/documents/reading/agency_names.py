"""Where the name of an agency (tên cơ quan) begins and ends in a sentence.

Class words, verbs and sector names of the whole country only; the agencies of a place come from
these patterns or from the register, never from a list.
"""

from __future__ import annotations

import re

_CAPITAL = r"[A-ZĐÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ]"
_PLACE = r"(?:tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|cấp)"


def _both(pattern: str) -> str:
    """The pattern for either placement of the tone mark: "ủy", "uỷ"."""
    return pattern.replace("ủy", "(?:ủy|uỷ)").replace("Ủy", "(?:Ủy|Uỷ)")


# Short names in use across the country for bodies that every place has.
_SHORT = (
    r"(?:TT\s?PVHCC|TTHCC|TTYT|TYT|BQL|BCĐ|BCH|BCHQS|BTV|BTG|BTC|ĐTN|LĐLĐ|LHPN|HLHPN|HPN|HND|HCCB|CCB|"
    r"NHCSXH|BĐBP|VKSND|TAND|VP)\b"
    r"|CA\s+(?=xã|phường|tỉnh|huyện|thị trấn|đặc khu)"
)
# Words that begin the name of one agency, or of a person who acts for one.
HEAD = _both(
    r"(?:(?:(?:Phó )?(?:Chánh|Trưởng|Giám đốc|Bí thư|Hiệu trưởng)|Phó|Tổng Giám đốc|Thủ trưởng|"
    r"Viện trưởng|Cục trưởng|Lãnh đạo|Thường trực)\s+)?(?:"
    rf"(?:[Ss]ở|[Pp]hòng|[Bb]an|[Vv]ăn phòng|[Cc]ục|Vụ|Viện|Học viện|Báo(?: và)?|[Tt]rung tâm|"
    rf"[Tt]ổ)\s+(?={_CAPITAL})"
    rf"|Bộ\s+(?!Chỉ số|Tiêu chí|Thủ tục|Luật)(?={_CAPITAL})"
    r"|[Bb]an\s+(?=biên tập|nhân dân|quản lý|chỉ đạo|chỉ huy|tuyên giáo|tổ chức\s|dân vận|giám "
    r"hiệu|giám đốc|thường vụ|chấp hành|cán sự|công tác|tự quản|đại diện|thanh tra|điều hành)"
    r"|[Tt]ổ\s+(?=công nghệ số|công tác|giúp việc|[Đđ]ề án|hỗ trợ|thư ký|chuyên môn|văn phòng|"
    r"truyền thông|tuyên truyền|tư vấn|hòa giải|trưởng)|Tổ\s+(?=dân phố)"
    rf"|P\.\s?(?={_CAPITAL})|(?:{_SHORT})"
    rf"|Công chức\s+(?={_CAPITAL}|phụ trách|chuyên|văn hóa|tư pháp|địa chính|tài chính)"
    r"|(?:Cán bộ|Viên chức|Giáo viên|Nhân viên)\s+(?=phụ trách|đầu mối|chuyên trách|chủ nhiệm|văn "
    r"thư|kế toán|thư viện|y tế|văn phòng|một cửa)|Kế toán(?=\s+(?:trưởng|trường))|Văn thư(?=\s+cơ)"
    rf"|(?:[Đđ]ồng chí|[Đđ]/c|Ông|ông|Bà(?! Rịa))\s+(?={_CAPITAL})|Tổng phụ trách\b|Nhà trường\b"
    r"|Cơ quan\s+(?=[Tt]hường trực)|Liên hiệp\b"
    r"|Trưởng\s+(?=thôn|bản|buôn|ấp|làng|khóm|xóm|khu phố|tổ dân phố|khu dân cư)"
    r"|Hiệu trưởng\s+(?=nhà trường)|(?:Chi bộ|Đảng bộ|Chi đoàn|Đảng đoàn)\b|Bệnh viện\b"
    rf"|Bộ đội\s+(?=[Bb]iên)|Đồn\s+(?=[Bb]iên|[Cc]ông an)|Viện\s+(?=kiểm sát)"
    rf"|Hợp tác xã\s+(?={_CAPITAL})|(?:Thư viện|Bảo tàng)\s+(?={_PLACE})"
    r"|Phòng giao dịch\b|Đoàn\s+(?=Luật sư|[Kk]hối)|Người phát ngôn\b|Kiểm toán\s+(?=[Nn]hà nước)"
    rf"|Hải quan\s+(?={_PLACE}|khu vực)|Xí nghiệp\b|Chi hội\b|Thành viên\s+(?=Ban|Tổ|Hội)|Cảng vụ\b"
    r"|Khu\s+(?=Quản lý)|Vườn\s+(?=quốc gia|Quốc gia)|Giám đốc\s+(?=Sở\b)"
    r"|Thuế\s+(?=cơ sở|tỉnh|thành phố|khu vực)"
    r"|Văn phòng\b|Trung tâm\b|[Bb]ộ phận\s+(?=[Mm]ột cửa|[Tt]iếp nhận)"
    r"|(?:[Cc]hi cục|Tổng cục|Kho bạc|Bưu điện|Điện lực|Viễn thông|VNPT|Viettel|Mobi[Ff]one)\b"
    rf"|Thanh tra(?=\s+(?:{_PLACE}|{_CAPITAL})|\s*[,.;:]|\s*$)"
    r"|Bảo hiểm\s+[Xx]ã hội\b|BHXH\b|(?:Công an|Quân sự)\b"
    r"|(?:UBND|HĐND|UB\s?MTTQ(?:VN)?|MTTQ(?:VN)?|Đoàn ĐBQH|TT(?:\.)?\s?HĐND)\b"
    r"|Ủy ban\s+(?=nhân dân|[Mm]ặt trận|MTTQ|Kiểm tra|Dân tộc)|Hội đồng\s+(?=nhân dân|[Pp]hối "
    r"hợp|[Tt]hi đua|[Tt]ư vấn|[Ss]áng kiến|[Gg]iáo dục)"
    r"|Bộ trưởng\b|Chủ tịch\s+(?=UBND|Ủy ban|HĐND|Hội|Công đoàn|"
    r"Mặt trận|MTTQ|LĐLĐ|Liên đoàn|xã|phường)|Mặt trận\s+Tổ quốc\b"
    r"|(?:Tỉnh|Thị|Huyện|Thành|Quận|Xã|Phường)\s+[đĐ]oàn\b"
    r"|(?:Tỉnh|Thị|Huyện|Thành|Quận|Đảng)\s+(?:ủy|Ủy)\b"
    r"|(?:Liên đoàn|Liên minh|Công đoàn|Hiệp hội|Ngân hàng|Tòa án|Công ty|Tập đoàn|Hạt|Trạm|Quỹ)\b"
    r"|Đoàn\s+(?=Thanh niên|TN|xã\b|phường|trường|cơ sở|đặc khu)|Đoàn TNCS\b"
    r"|Báo và\s+(?=[Pp]hát|[Đđ]ài)"
    rf"|(?:Hội|Trường|Đội|Chi nhánh|Câu lạc bộ|Nhà|Thư viện|Bảo tàng)\s+(?={_CAPITAL})"
    r"|[Đđ]ài\s+(?=[Pp]hát thanh|[Tt]ruyền|PT|TT)|Chính phủ\b|Thủ tướng\b|Quốc hội\b"
    r")"
)
# Words for a class of agencies.
CLASS_NOUN = (
    r"(?:đồng chí|cấp (?:bộ )?(?:[Đđ]oàn|[Hh]ội|công đoàn)|Tổ|"
    r"cơ quan|đơn vị|sở|ban|bộ|ngành|phòng|địa phương|tổ chức|đoàn thể|hội đoàn thể|hội|đoàn|"
    r"trường|cơ sở giáo dục|công đoàn|bệnh viện|trạm|khoa|tổ|đội|công ty|hợp tác xã|ngân hàng|"
    r"chi nhánh|chi cục|ban quản lý|đảng bộ|chi đoàn|chi hội|liên đoàn|câu lạc bộ|khối|"
    r"[Tt]ập đoàn|[Tt]ổng công ty|Công ty|Bệnh viện|Viện|Báo|Đài|Ngân hàng|nghiệp đoàn|tiểu ban|"
    r"bản|buôn|ấp|làng|khóm|xóm|khu dân cư|vụ|cục|"
    r"Vụ|Cục|Tổng cục|viện|"
    r"doanh nghiệp|xã|phường|thị trấn|đặc khu|huyện|thị|thành phố|thôn|"
    r"tổ dân phố|khu phố|cấp ủy|đảng ủy|chi bộ|chính quyền|mặt trận|báo|đài|thành viên|trung tâm|"
    r"UBND|Ủy ban nhân dân|HĐND|Đảng ủy|Tổ chức|Sở|Ban|Ngành|Phòng|Cơ quan|Đơn vị|Hội|Đoàn|Trường|"
    r"Bộ|Đoàn thể|Cấp ủy|Trung tâm|Trạm|Chi cục|Bưu cục|nhà trường)"
)
_HEADS_OF = (
    r"(?:[Tt]hủ trưởng|[Nn]gười đứng đầu|[Ll]ãnh đạo|Chủ tịch|Giám đốc|Trưởng|Bí thư|Hiệu trưởng|"
    r"Tổ trưởng|Chi hội trưởng|Tập thể lãnh đạo|Cán bộ, công chức)"
)
GROUP = _both(
    rf"(?:{_HEADS_OF}\s+)?(?:(?:[Tt]ất cả\s+)?(?:[Cc]ác|[Nn]hững)|[Mm]ỗi|[Tt]ừng|[Tt]oàn thể)\s+"
    rf"{CLASS_NOUN}\b"
    r"|(?:(?:[Cc]ơ quan(?!\s+[Tt]hường trực)|[Đđ]ơn vị)"
    r"(?!\s+(?:chủ trì|phối hợp|thực hiện)\s*[:–-])|[Cc]ấp ủy|[Cc]hính quyền)\b"
    r"|(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|HĐND|Đảng ủy|Công an|Đoàn)\s+(?:các\b|cấp\b|(?:xã|"
    r"huyện)[,/])"
    rf"|{_HEADS_OF}\s+(?:cơ quan|đơn vị)\b"
)
# "UBND các xã, phường", "UBND cấp xã": continues a class that precedes it.
GROUP_TAIL = _both(
    r"(?:UBND|Ủy ban nhân dân|HĐND|Đảng ủy)\s+(?:các|cấp|xã[,/]|huyện[,/]|phường[,/])"
)

# Second halves of sector names in use across the country: no comma or "và" before them splits.
SECTOR_TAIL = (
    r"(?:Thể thao|Du lịch|Khoa học và Thông tin|Thương binh|Hạ tầng|Đô thị|Thông tin và Thể thao|"
    r"Thông tin và Truyền thanh|Công nghệ|Môi trường|Gia đình|Trẻ em|Đào tạo|Xã hội|Đầu tư|"
    r"Phát triển nông thôn|Truyền thông|Thông tin\b|Dân vận|Tôn giáo|Truyền thanh|Xây dựng và Môi|"
    r"Thủy sản|Truyền hình|Chuyển đổi số|Kiểm soát)"
)

# A lower-case verb or preposition: here a list of names has ended.
_STOP_WORDS = (
    "chủ trì|phối hợp|tham mưu(?!,? giúp việc| (?:Thị|Tỉnh|Huyện|Thành|Đảng) ủy)|hướng dẫn|triển "
    "khai|thực hiện|tuyên truyền|nghiên cứu|tăng cường|"
    "đẩy mạnh|lựa chọn|thẩm định|phổ biến|quán triệt|lồng ghép|rà soát|"
    "kiểm tra|giám sát|đôn đốc|theo dõi|tổng hợp|đề xuất|bố trí|cập nhật|công khai|niêm yết|"
    "chuẩn bị|(?<!công )(?<!độc )lập|giới thiệu|giải đáp|giải quyết|nâng cao|xác định|khảo sát|"
    "thu thập|"
    "(?:chịu |có )?trách nhiệm|đảm bảo|bảo đảm|chỉ đạo|tiếp tục|thường xuyên|kịp thời|chủ động|"
    "tích cực|căn cứ|báo cáo(?! viên)|cung cấp|quảng bá|(?<!phòng )đăng|phát sóng|phát hành|phát "
    "động|(?<!Đài )(?<!đài )phát thanh|"
    "biên soạn|biên tập|sản xuất|vận động|khuyến khích|hỗ trợ|tiếp nhận|xử lý|sử dụng|tham gia|"
    "tham dự|trình(?=\\s+(?:UBND|Ủy ban|cấp|Chủ tịch|HĐND|Hội đồng|Thủ tướng))|(?<!xây )dựng|"
    "nghiêm túc|khẩn trương|"
    "đề nghị|yêu cầu|xem xét|quan tâm|phát huy|đưa|gửi|mở|đánh giá|nắm|(?<!Đào )(?<!đào )tạo|góp "
    "phần|ban hành|"
    "phê duyệt|quyết định|thống nhất|bổ sung|điều chỉnh|duy trì|đổi mới|đa dạng|chú trọng|"
    "tập trung|huy động|tiến hành|để|nhằm|khi|theo|trong|tại|từ|qua|bằng|về|với|thông qua|"
    "đồng thời|đến|trước|sau|vào|là|được|sẽ|đã|phải|cần|thì|mà|như|định kỳ|hằng|mời|giao(?! thông)|"
    "phân công|quy định|sửa đổi|kiện toàn|thành lập|chấn chỉnh|công bố|do|(?<!đăng )ký|in|làm|"
    "vận hành|khai thác|thiết lập|tổng kết|sơ kết|chia sẻ|hoàn thành|hoàn thiện|lan tỏa|"
    "chậm nhất|muộn nhất|không quá|thông báo(?! kết luận)|nhận(?= (?:được|thấy|định))|nêu|"
    "bao gồm|gồm|"
    "tư vấn|vận dụng|cụ thể hóa|đóng góp|kết hợp|cải thiện|"
    "(?<!các )(?<!Các )tổ chức(?!\\s+(?:chính trị|đoàn|xã "
    "hội|liên quan|"
    "có liên quan|hành chính|tôn giáo|Đảng|đảng|sự nghiệp|cơ sở|hội(?! (?:thi|nghị|thảo|diễn|"
    "chợ))|khác|hành nghề|kinh tế|quần chúng|tín dụng|và cá nhân)|,\\s+(?:cá "
    "nhân|đơn vị|đoàn thể|doanh nghiệp|hội|cơ quan|hộ))"
)
STOP = re.compile(
    rf"(?<![\w])(?:{_STOP_WORDS}|(?<!đầu tư )(?<!Đầu tư )xây dựng|(?<!quan )(?<!tâm )(?<!và "
    rf")truyền thông|(?<!Cổng )(?<!cổng )(?<!rang )(?<!nghệ )(?<!và )(?<!quan )(?<!tâm )thông "
    rf"tin(?! (?:điện tử|đại chúng|cơ sở|và ))|(?<!Ngân )hàng(?=\s+(?:năm|quý|tháng|tuần))"
    r"|(?<!giúp )việc|(?<!mưu )(?<!mưu, )giúp(?!\s+việc)|có(?!\s+liên quan)|trên(?!\s+địa bàn)|"
    r"cho)(?![\w])"
)
# Names in use across the country that hold a word which elsewhere begins what a body does.
INSIDE_NAME = re.compile(
    r"(?:Dịch vụ|Giới thiệu|dịch vụ|giới thiệu) việc làm"
    r"|[Dd]ịch vụ tổng hợp|[Tt]rợ giúp pháp lý(?: nhà nước)?"
    r"|[Qq]uản lý,? (?:giám sát|xử lý|giải quyết|xây dựng|thực hiện|đầu tư xây dựng)(?: vi phạm)?"
    r"|quản lý hành chính về trật tự xã hội"
    r"|[Tt]iếp nhận (?:hồ sơ )?và (?:trả|Trả) kết quả(?: giải quyết (?:TTHC|thủ tục hành chính))?"
    r"|[Gg]iám sát,? điều hành|[Ứứ]ng dụng (?:và )?(?:chuyển giao|tiến bộ)|[Đđ]ăng ký đất đai"
    r"|công tác (?:giúp việc )?(?:triển khai|thực hiện|chỉ đạo) [Đđ]ề án"
    r"|[Bb]an [Cc]hỉ đạo (?:triển khai|thực hiện|giải quyết|vận động|xây dựng|phát triển|"
    r"đổi mới|sắp xếp|thi hành)"
    r"|[Hh]uấn luyện và thi đấu|[Đđ]iều hành (?:đô thị )?thông minh"
    r"|[Tt]ổ chức (?:cán bộ|hành chính)"
    r"|vì sự tiến bộ|Vì sự tiến bộ|[Xx]úc tiến|khuyến khích phát triển|[Kk]huyến nông"
)
NAME_START = re.compile(rf"{HEAD}|{GROUP}")
GROUP_START = re.compile(GROUP)

# The issuer of a cited document, right after "của".
ISSUER = (
    rf"(?:(?!{STOP.pattern})[\w&–\-]+(?:,(?=\s{SECTOR_TAIL}))?(?:\s(?![–-]\s)|(?=\W)|$)){{1,14}}"
)
