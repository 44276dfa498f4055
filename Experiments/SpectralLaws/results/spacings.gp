# Run inside this folder: gnuplot spacings.gp
# Saddlery 0.1.0
# model: Hermite ensembles and independent levels
# seed: 1
# convention: mean spacing 1
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Spacings in the bulk, and their exact laws' at graph 0.5, screen 0.965 center font ',13.0'
set label 'spacing s over its mean' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'probability density' font ',12.0'
set xrange [0.0:3.0]

set label 'middle half of 6000 spectra of n = 400, unfolded; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'lines: exp(-s) and exact laws of the sine process' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.05133, 0.14125 to screen 0.09467, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'independent' at screen 0.10633, 0.14125 left font ',10.5'
set arrow from screen 0.23413, 0.14125 to screen 0.27747, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'GOE' at screen 0.28913, 0.14125 left font ',10.5'
set arrow from screen 0.41693, 0.14125 to screen 0.46027, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label 'GUE' at screen 0.47193, 0.14125 left font ',10.5'
set arrow from screen 0.59973, 0.14125 to screen 0.64307, 0.14125 nohead lw 2.2 lc rgb '#E69F00'
set label 'GSE' at screen 0.65473, 0.14125 left font ',10.5'
set arrow from screen 0.78253, 0.14125 to screen 0.82587, 0.14125 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.8042, 0.14125 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'drawn' at screen 0.83753, 0.14125 left font ',10.5'
set arrow from screen 0.05133, 0.10375 to screen 0.09467, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'law' at screen 0.10633, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'spacings.svg'
plot \
  'spacings.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'spacings.csv' using 4:5 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'spacings.csv' using 6:7:(0):8 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'spacings.csv' using 9:10 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'spacings.csv' using 11:12:(0):13 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'spacings.csv' using 14:15 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'spacings.csv' using 16:17:(0):18 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#E69F00' notitle, \
  'spacings.csv' using 19:20 with lines lw 2.2 lc rgb '#E69F00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'spacings.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'spacings.png'
replot
unset output
