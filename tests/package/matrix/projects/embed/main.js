// A page's script: all that an embed needs.
import 'dropout-playground/embed';
