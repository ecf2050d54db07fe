namespace OrgManager.Organisation;

/// <summary>Loại đơn vị hành chính cấp tỉnh: some rules differ by it. Special are Hà Nội and TP Hồ Chí Minh. It is a setting of the organisation.</summary>
public enum ProvinceClass { Special, I, II, III }
